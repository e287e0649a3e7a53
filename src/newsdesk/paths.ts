export const articlesPath = '/quan-tri/bai-viet'
export const newArticlePath = '/quan-tri/bai-viet/moi'
/** Shows what stands in the form, saved or not, exactly as readers would get it. */
export const previewTypedPath = '/quan-tri/bai-viet/xem-thu'
/** The body alone, for the preview beside the text. */
export const previewBodyPath = '/quan-tri/bai-viet/xem-truoc'

/** Published articles by words of their titles, for links. */
export const linkTargetsPath = '/quan-tri/bai-viet/tim-de-dan'
export const articleWordsParameter = 'q'

/** What the text doctor finds in the title, the lead and the body as they stand. */
export const examineTextPath = '/quan-tri/bai-viet/kham-chu'

/** The checks before publishing, of what stands in the form. */
export const checkTypedPath = '/quan-tri/bai-viet/kiem-tra'

/** An article's own address, and what can be done there; without an article, of the form that makes one. */
type ArticleId = number | ':id' | null
const deed = (id: ArticleId, name: string) =>
  id === null ? `${articlesPath}/${name}` : `${articlesPath}/${id}/${name}`

export const articlePath = (id: number | ':id') => `${articlesPath}/${id}`
/** Keeps what is typed while it is typed; asked with GET, without an article: whose session this is. */
export const autosavePath = (id: ArticleId) => deed(id, 'tu-luu')
export const dropAutosavePath = (id: ArticleId) => deed(id, 'tu-luu/bo')
/** The editor with what was kept of an article, or of a form that has made none yet. */
export const restoreParameter = 'tu-luu'
export const restoreAutosavePath = (id: number | null, formKey: string) =>
  id === null ? `${newArticlePath}?${restoreParameter}=${formKey}` : `${articlePath(id)}?${restoreParameter}`
/** The editor of a draft that a file of Word has just become. */
export const wordFileParameter = 'tep-word'
export const openedWordFilePath = (id: number, key: string) => `${articlePath(id)}?${wordFileParameter}=${key}`
export const submitPath = (id: ArticleId) => deed(id, 'gui-duyet')
export const reviewPath = (id: ArticleId) => deed(id, 'duyet')
export const publishPath = (id: ArticleId) => deed(id, 'dang')
export const publishUnreviewedPath = (id: ArticleId) => deed(id, 'dang-ngay')
/** Two texts become one, for her to read. */
export const mergePath = (id: number | ':id') => deed(id, 'ghep')
export const sendBackPath = (id: number | ':id') => deed(id, 'tra-lai')
export const takeBackPath = (id: number | ':id') => deed(id, 'rut-ve')
export const countersignPath = (id: number | ':id') => deed(id, 'duyet-lai')
export const withdrawPath = (id: number | ':id') => deed(id, 'go')
export const trashPath = (id: number | ':id') => deed(id, 'xoa')
export const restorePath = (id: number | ':id') => deed(id, 'khoi-phuc')
