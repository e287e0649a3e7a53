export const searchPath = '/tim-kiem'
export const suggestionsPath = '/tim-kiem/goi-y'
export const synonymsPath = '/quan-tri/tu-dong-nghia'

/** What the address of a search says besides its page. */
export const queryParameter = 'q'
export const categoryParameter = 'chuyen-muc'
export const yearParameter = 'nam'
export const orderParameter = 'xep'
export const newestFirst = 'moi-nhat'
