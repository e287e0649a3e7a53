export const libraryPath = '/quan-tri/tai-lieu'
export const choicesPath = `${libraryPath}/chon`
export const publicFilesPath = '/tai-lieu'

export const documentPath = (id: number) => `${libraryPath}/${id}`
export const replacementPath = (id: number) => `${libraryPath}/${id}/thay`
export const removalPath = (id: number) => `${libraryPath}/${id}/xoa`

type Addressed = { key: string; fileName: string; file: { kind: string } }

/** Of the file in use, for anybody. */
export const publicPath = ({ key, fileName, file }: Addressed) => `${publicFilesPath}/${key}/${fileName}.${file.kind}`

/** Of any version, for staff; those of drafts included. */
export const staffFilePath = ({ id, file }: { id: number; file: { id: number } }) =>
  `${libraryPath}/${id}/tep/${file.id}`
