type File = { key: string; name: string }

export const libraryPath = '/quan-tri/hinh-anh'
export const chooserPath = `${libraryPath}/chon`
export const publicFilesPath = '/hinh-anh'
export const staffFilesPath = `${libraryPath}/tep`

export const picturePath = (id: number) => `${libraryPath}/${id}`
export const removalPath = (id: number) => `${libraryPath}/${id}/xoa`

/** Files of pictures that anybody may see. */
export const publicFilePath = ({ key, name }: File) => `${publicFilesPath}/${key}/${name}`

/** The same files for staff, those of drafts included. */
export const staffFilePath = ({ key, name }: File) => `${staffFilesPath}/${key}/${name}`
