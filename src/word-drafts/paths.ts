/** Where files of Word are opened as drafts. */
export const wordFilesPath = '/quan-tri/bai-viet/tep-word'

/** Of a file that waits to be looked at. `key` is the word that its person alone knows it by. */
export const waitingPath = (key: string) => `${wordFilesPath}/${key}`
export const discardPath = (key: string) => `${wordFilesPath}/${key}/bo`
export const waitingPicturePath = (key: string, number: number | ':number') => `${wordFilesPath}/${key}/anh/${number}`
