declare module '*/upload-parts.js' {
  type Callbacks = { onProgress: (bytes: number) => void; onWaiting: () => void }

  export function sendInParts(
    path: string,
    formToken: URLSearchParams,
    file: File,
    callbacks: Callbacks,
  ): Promise<{ picture?: { id: number }; issue?: string } | null>
}
