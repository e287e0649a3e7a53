import type { Verdict } from './answer.ts'
import type { LinkState } from './link.ts'

const states: Record<LinkState, string> = {
  valid: 'Còn hiệu lực',
  expired: 'Hết hạn',
  revoked: 'Đã thu hồi',
  published: 'Đã đăng',
  deleted: 'Bài đã xóa',
}

const verdicts: Record<Verdict, string> = { agreed: 'Đồng ý', 'asked-for-changes': 'Cần sửa' }

const sentences: Record<Verdict, (approver: string, when: string) => string> = {
  agreed: (approver, when) => `Lãnh đạo (${approver}) đồng ý lúc ${when}`,
  'asked-for-changes': (approver, when) => `Lãnh đạo (${approver}) đề nghị sửa lúc ${when}`,
}

const vi = {
  title: 'Liên kết xem trước',
  untitled: 'Bài chưa có tiêu đề',
  intro: 'Gửi cho người không có tài khoản đọc bài trước khi đăng. Người đó luôn thấy bản mới nhất.',
  make: 'Tạo liên kết mới',
  makeLink: 'Tạo liên kết',
  approver: 'Họ và tên người cho ý kiến (không bắt buộc)',
  approverHelp:
    'Người này trả lời “Đồng ý” hoặc “Cần sửa” ngay dưới bài. Để trống thì không ai trả lời, chỉ đọc. Dù có tên hay không, ai có liên kết cũng đọc được.',
  lifetime: 'Dùng được trong',
  days: (days: number) => `${days} ngày`,
  chooseDays: 'Chọn số ngày trong danh sách',
  tooLong: (most: string) => `Dài quá ${most} ký tự. Viết ngắn lại.`,
  refusals: {
    trash: 'Bài đang ở thùng rác nên không tạo được liên kết. Lấy lại bài trước.',
    live: 'Bạn đọc đã có bản mới nhất. Hãy gửi địa chỉ của bài trên cổng.',
  },
  made: 'Liên kết đã sẵn sàng',
  address: 'Địa chỉ để gửi',
  copy: 'Chép địa chỉ',
  copied: 'Đã chép',
  madeHelp: (until: string) =>
    `Địa chỉ chỉ hiện lần này: chép và gửi ngay. Dùng được đến ${until}, hoặc đến khi bài được đăng hay bạn thu hồi.`,
  links: 'Các liên kết đã tạo',
  none: 'Chưa có liên kết nào',
  noneHelp: 'Liên kết tạo ở trên sẽ hiện ở đây, cùng câu trả lời.',
  number: (id: number) => `Liên kết số ${id}`,
  forAnybody: 'Ai có liên kết cũng đọc được',
  forApprover: (name: string) => `Xin ý kiến ${name}`,
  madeBy: (name: string, when: string, until: string) => `${name} tạo lúc ${when}, dùng đến ${until}`,
  states,
  noAnswer: 'Chưa trả lời',
  answers: 'Trả lời, mới nhất trước',
  answered: (verdict: string, when: string) => `${verdict}, ${when}`,
  aboutNewest: 'về bản mới nhất',
  aboutEarlier: 'về một bản trước',
  revoke: 'Thu hồi',
  revoked: 'Đã thu hồi liên kết. Ai mở sẽ thấy là không còn dùng được.',
  sentences,
  sharedNote: (id: number, approver: string | null, until: string) =>
    `Liên kết xem trước số ${id}${approver === null ? '' : ` cho ${approver}`}, đến ${until}`,
  linkNote: (id: number) => `Liên kết xem trước số ${id}`,

  banner: (until: string) => `Bản xem trước, chưa đăng: nội dung còn có thể thay đổi. Liên kết dùng được đến ${until}.`,
  replyTitle: (approver: string) => `Ý kiến của ${approver}`,
  replyHelp: 'Bấm một trong hai nút. Trả lời lại được: lần sau cùng được tính.',
  verdicts,
  note: 'Cần sửa những gì',
  noteHelp: 'Nhiều nhất 1.000 ký tự.',
  enterNote: 'Viết cần sửa những gì',
  given: (verdict: string, when: string) => `Câu trả lời của bạn: “${verdict}”, ${when}.`,
  givenEarlier: (verdict: string, when: string) =>
    `Câu trả lời của bạn về một bản trước: “${verdict}”, ${when}. Bài đã được sửa từ đó.`,
  received: 'Đã ghi nhận. Phòng tin thấy ngay câu trả lời này.',
  notNoted: 'Câu trả lời chưa được ghi.',
  newer: 'Bài đã được sửa từ lúc bạn mở trang, nên câu trả lời vừa rồi chưa được ghi.',
  readAgain: 'Dưới đây là bản mới: đọc rồi trả lời lại',
  ended: 'Liên kết này không còn dùng được',
  endedHelp:
    'Liên kết xem trước chỉ dùng được một thời gian, và hết tác dụng khi bài được đăng, bị xóa hoặc người gửi thu hồi. Hãy hỏi người gửi để biết bài đang ở đâu.',
}

export type PreviewWords = typeof vi

const en: PreviewWords = {
  title: 'Preview links',
  untitled: 'Article without a title',
  intro:
    'For somebody without an account who shall read the article before it is published. They always see the newest text.',
  make: 'Make a new link',
  makeLink: 'Make link',
  approver: 'Name of whoever shall answer (optional)',
  approverHelp:
    'They answer “I agree” or “Needs changes” below the article. Leave it empty and nobody answers. With or without a name, anybody with the link can read.',
  lifetime: 'Valid for',
  days: (days) => (days === 1 ? '1 day' : `${days} days`),
  chooseDays: 'Choose a number of days from the list',
  tooLong: (most) => `Longer than ${most} characters. Make it shorter.`,
  refusals: {
    trash: 'The article is in the trash, so no link can be made. Restore it first.',
    live: 'Readers have the newest text already. Send the address of the article on the portal.',
  },
  made: 'The link is ready',
  address: 'Address to send',
  copy: 'Copy address',
  copied: 'Copied',
  madeHelp: (until) =>
    `The address is shown this once: copy and send it now. It is valid until ${until}, or until the article is published or you revoke it.`,
  links: 'Links made so far',
  none: 'No links yet',
  noneHelp: 'Links that you make above appear here, with their answers.',
  number: (id) => `Link ${id}`,
  forAnybody: 'Anybody with the link can read',
  forApprover: (name) => `Asks ${name}`,
  madeBy: (name, when, until) => `Made by ${name} on ${when}, valid until ${until}`,
  states: {
    valid: 'Valid',
    expired: 'Expired',
    revoked: 'Revoked',
    published: 'Published',
    deleted: 'Article deleted',
  },
  noAnswer: 'No answer yet',
  answers: 'Answers, newest first',
  answered: (verdict, when) => `${verdict}, ${when}`,
  aboutNewest: 'about the newest text',
  aboutEarlier: 'about an earlier text',
  revoke: 'Revoke',
  revoked: 'The link is revoked. Whoever opens it is told that it ended.',
  sentences: {
    agreed: (approver, when) => `Leadership (${approver}) agreed on ${when}`,
    'asked-for-changes': (approver, when) => `Leadership (${approver}) asked for changes on ${when}`,
  },
  sharedNote: (id, approver, until) =>
    `Preview link ${id}${approver === null ? '' : ` for ${approver}`}, until ${until}`,
  linkNote: (id) => `Preview link ${id}`,

  banner: (until) => `Preview, not published: the text may still change. This link is valid until ${until}.`,
  replyTitle: (approver) => `What ${approver} says`,
  replyHelp: 'Press one of the two buttons. You can answer again: the last answer counts.',
  verdicts: { agreed: 'I agree', 'asked-for-changes': 'Needs changes' },
  note: 'What is to be changed',
  noteHelp: 'At most 1.000 characters.',
  enterNote: 'Write what is to be changed',
  given: (verdict, when) => `Your answer: “${verdict}”, ${when}.`,
  givenEarlier: (verdict, when) =>
    `Your answer about an earlier text: “${verdict}”, ${when}. The article was changed since.`,
  received: 'Noted. The newsroom sees your answer at once.',
  notNoted: 'Your answer was not noted.',
  newer: 'The article was changed since you opened this page, so your answer was not noted.',
  readAgain: 'This is the new text: read it, then answer again',
  ended: 'This link can no longer be used',
  endedHelp:
    'A preview link is valid for some time, and ends when the article is published or deleted, or when its sender revokes it. Ask the sender where the article stands.',
}

export const previewWords = { vi, en }
