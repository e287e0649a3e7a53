type Id = number | ':id'
type Key = string

export const addressesPath = '/quan-tri/dia-chi-cu'
export const newAddressPath = `${addressesPath}/them`
export const exportPath = `${addressesPath}/xuat`
export const addressPath = (id: Id) => `${addressesPath}/so/${id}`
export const removeAddressPath = (id: Id) => `${addressPath(id)}/xoa`

export const importsPath = `${addressesPath}/nhap`
export const importPath = (key: Key) => `${importsPath}/${key}`
export const startImportPath = (key: Key) => `${importPath(key)}/chay`
export const discardImportPath = (key: Key) => `${importPath(key)}/bo`
export const importReportPath = (key: Key) => `${importPath(key)}/bao-cao`

export const missedPath = `${addressesPath}/khong-thay`
export const ignoreMissedPath = (id: Id) => `${missedPath}/${id}/bo-qua`

/** What the list looks for, the address to try out, and where the list goes on. */
export const wordsParameter = 'q'
export const tryParameter = 'thu'
export const afterParameter = 'sau'
/** Fills the form for a new redirect. */
export const oldParameter = 'cu'
export const targetParameter = 'moi'
