type File = { key: string; name: string }

export const libraryPath = '/quan-tri/hinh-anh'
export const chooserPath = `${libraryPath}/chon`
/** Pictures without a description, several on one page. */
export const describingPath = `${libraryPath}/mo-ta`
/** Files that arrive in parts. */
export const partsPath = `${libraryPath}/gui`
export const publicFilesPath = '/hinh-anh'
export const staffFilesPath = `${libraryPath}/tep`

export const picturePath = (id: number) => `${libraryPath}/${id}`
export const removalPath = (id: number) => `${libraryPath}/${id}/xoa`
export const focusPath = (id: number) => `${libraryPath}/${id}/diem-chinh`
export const cropPath = (id: number) => `${libraryPath}/${id}/cat`
export const returnPath = (id: number, version: number) => `${libraryPath}/${id}/ban/${version}`
export const replacementPath = (id: number) => `${libraryPath}/${id}/thay`

export const filePath = (filesPath: string, { key, name }: File) => `${filesPath}/${key}/${name}`

/** Files of pictures that anybody may see. */
export const publicFilePath = (file: File) => filePath(publicFilesPath, file)

/** The same files for staff, those of drafts included. */
export const staffFilePath = (file: File) => filePath(staffFilesPath, file)
