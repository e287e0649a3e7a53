type Id = number | ':id'

/** Where the article is edited. */
export const deskPath = (id: Id) => `/quan-tri/bai-viet/${id}`

export const historyPath = (id: Id) => `/quan-tri/bai-viet/${id}/lich-su`
export const comparisonPath = (id: Id) => `/quan-tri/bai-viet/${id}/so-sanh`
/** Editions go by their number within the article. */
export const olderParameter = 'tu'
export const newerParameter = 'den'
export const comparedPath = (id: number, older: number, newer: number) =>
  `${comparisonPath(id)}?${olderParameter}=${older}&${newerParameter}=${newer}`
export const editionPath = (id: Id, edition: number | ':edition') => `/quan-tri/bai-viet/${id}/ban/${edition}`
export const restoreEditionPath = (id: Id) => `/quan-tri/bai-viet/${id}/khoi-phuc-ban`

/** The sheet that goes with an article through the office; of the newest edition when none is named. */
export const slipPath = (id: Id) => `/quan-tri/bai-viet/${id}/phieu-duyet`
export const editionParameter = 'ban'
export const editionSlipPath = (id: number, edition: number) => `${slipPath(id)}?${editionParameter}=${edition}`
