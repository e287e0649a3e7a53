/** What the server says of a file that it sends. Only a PDF is shown; everything else is for the disk. */
export function contentDisposition(manner: 'inline' | 'attachment', plainName: string, name: string): string {
  return `${manner}; filename="${plainName}"; filename*=UTF-8''${extended(name)}`
}

/** RFC 8187: what `encodeURIComponent` leaves and the RFC does not allow is encoded too. */
function extended(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
