const vi = {
  missedIntro:
    'Những địa chỉ mà người đọc đã mở nhưng cổng không có, nhiều lần nhất trước. Không ghi ai đã mở. Danh sách cập nhật mỗi phút.',
  missedCaption: 'Địa chỉ không có, nhiều lần nhất trước',
  missedAddress: 'Địa chỉ',
  times: 'Số lần',
  lastTime: 'Lần cuối',
  from: (host: string) => `Từ liên kết ở ${host}`,
  deeds: 'Việc',
  createRedirect: 'Tạo chuyển hướng',
  ignore: 'Bỏ qua',
  ofAddress: (address: string) => `cho ${address}`,
  ignored: 'Đã bỏ qua địa chỉ đó.',
  first: 'Về đầu danh sách',
  next: 'Xem tiếp',
  nothingMissed: 'Chưa ai tìm mà không thấy',
  nothingMissedHelp: 'Khi người đọc mở một địa chỉ không có trên cổng, địa chỉ đó hiện ở đây.',
}

export type MissedWords = typeof vi

const en: MissedWords = {
  missedIntro:
    'Addresses that readers opened and the portal does not have, the most frequent first. Who opened them is not kept. Renewed every minute.',
  missedCaption: 'Missing addresses, the most frequent first',
  missedAddress: 'Address',
  times: 'Times',
  lastTime: 'Last time',
  from: (host: string) => `From a link at ${host}`,
  deeds: 'Actions',
  createRedirect: 'Create a redirect',
  ignore: 'Ignore',
  ofAddress: (address: string) => `for ${address}`,
  ignored: 'That address is ignored.',
  first: 'Back to the beginning',
  next: 'Go on',
  nothingMissed: 'Nobody asked in vain so far',
  nothingMissedHelp: 'When readers open an address that the portal does not have, it appears here.',
}

export const missedWords = { vi, en }
