export const dashboardPath = '/quan-tri'

export const monthParameter = 'thang'
export const reportPath = '/quan-tri/bao-cao'
export const reportFilePath = '/quan-tri/bao-cao.csv'

/** `month` as in `2017-02`. */
export const reportOf = (month: string) => `${reportPath}?${monthParameter}=${month}`
export const reportFileOf = (month: string) => `${reportFilePath}?${monthParameter}=${month}`
