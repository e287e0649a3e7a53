export const auditPath = '/quan-tri/nhat-ky'
export const auditExportPath = `${auditPath}/xuat`

/** Everything that was done with one subject, such as `auditOf('article', 12)`. */
export const auditOf = (kind: string, id: number) => `${auditPath}?kind=${kind}&id=${id}`
