import { videoAt } from '../../markdown/video-address.ts'

export const isVideo = (address: string): boolean => videoAt(address) !== null
