/** Below an article's own address, as the news room links to it. */
export const reportFormPath = '/tin-bai/:address/bao-loi'

type ReportId = number | ':id'

export const reportsPath = '/quan-tri/bao-loi'
export const answeredReportsPath = `${reportsPath}/da-tra-loi`
export const reportPath = (id: ReportId) => `${reportsPath}/${id}`
/** The three ways to answer. */
export const correctionPath = (id: ReportId) => `${reportPath(id)}/dinh-chinh`
export const explanationPath = (id: ReportId) => `${reportPath(id)}/giai-thich`
export const dismissalPath = (id: ReportId) => `${reportPath(id)}/khong-co-loi`
