export { exportLines } from './export-lines.ts'
export { type ExportedSite, exportSite } from './export-site.ts'
export { FolderUnusable } from './static-folder.ts'
