export const auditPath = '/quan-tri/nhat-ky'
