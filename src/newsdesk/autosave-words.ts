const vi = {
  saving: 'Đang tự lưu',
  kept: (time: string) => `Đã tự lưu lúc ${time}`,
  nothingNew: 'Không có gì khác bản đã lưu',
  found: (time: string) => `Bạn có bản tự lưu lúc ${time}, chưa lưu thành nháp.`,
  unsavedForms: (count: number) => `Bạn có ${count} bài viết dở, chưa lưu thành nháp`,
  foundForm: (title: string, time: string) => `${title}, tự lưu lúc ${time}`,
  noTitle: 'Chưa có tiêu đề',
  restore: 'Lấy lại',
  drop: 'Bỏ bản này',
  newer: (name: string, time: string) =>
    `${name} đã thay đổi bài này lúc ${time}. Chữ của bạn được giữ riêng. Bấm “Lưu nháp” để ghép hai bản; đến lúc đó tạm ngừng tự lưu.`,
  newerByHerself: (time: string) =>
    `Bạn đã thay đổi bài này lúc ${time} ở cửa sổ khác. Chữ ở đây được giữ riêng. Bấm “Lưu nháp” để ghép hai bản; đến lúc đó tạm ngừng tự lưu.`,
  somebody: 'Có người',
  otherWindow: (time: string) =>
    `Có bản tự lưu lúc ${time} không phải của cửa sổ này, nên tạm ngừng tự lưu để không đè lên bản đó. Chữ ở đây còn nguyên.`,
  openOther: 'Xem bản đó',
  takeOver: 'Tự lưu theo cửa sổ này',
  tooLarge: 'Bài dài quá 2 MB nên không tự lưu được. Chữ còn nguyên ở đây. Bớt nội dung, hoặc tách thành hai bài.',
  tooMany: (most: number) =>
    `Bạn có ${most} bài viết dở nên không tự lưu thêm được. Chữ còn nguyên ở đây. Bấm “Lưu nháp”, hoặc bỏ bớt bài viết dở ở trang “Viết tin mới”.`,
  down: (time: string) =>
    `Đường truyền hoặc máy chủ gián đoạn từ ${time}. Chữ còn nguyên ở đây và đã giữ trên máy này, sẽ tự gửi lại.`,
  downUnkept: (time: string) =>
    `Đường truyền hoặc máy chủ gián đoạn từ ${time}, và trình duyệt không giữ được bản nào. Đừng đóng trang này; chữ sẽ tự gửi lại.`,
  signedOut: 'Phiên đã hết. Chữ còn giữ ở đây. Đăng nhập ở cửa sổ mới rồi bấm “Thử lại”.',
  otherPerson:
    'Ở cửa sổ khác, một tài khoản khác đã đăng nhập. Chữ còn giữ ở đây. Đăng nhập lại bằng tài khoản của bạn rồi bấm “Thử lại”.',
  refused: (time: string) => `Không tự lưu được lúc ${time}. Chữ còn nguyên ở đây.`,
  signInElsewhere: 'Đăng nhập ở cửa sổ mới',
  tryAgain: 'Thử lại',
  copy: (time: string) => `Trình duyệt giữ bản chưa gửi lúc ${time}.`,
  copyOfForm: (title: string, time: string) => `Trình duyệt giữ bản chưa gửi lúc ${time}: ${title}`,
  dropCopy: 'Bỏ',
}

export type AutosaveWords = typeof vi

const en: AutosaveWords = {
  saving: 'Keeping what you type',
  kept: (time) => `Kept at ${time}, not saved yet`,
  nothingNew: 'Nothing differs from what was saved',
  found: (time) => `What you typed until ${time} was kept, and not saved as a draft.`,
  unsavedForms: (count) => `Begun and not saved as a draft: ${count}`,
  foundForm: (title, time) => `${title}, kept at ${time}`,
  noTitle: 'No title yet',
  restore: 'Take it back',
  drop: 'Drop it',
  newer: (name, time) =>
    `${name} changed this article at ${time}. Your text is kept apart. Press “Save draft” to merge both; until then nothing more is kept by itself.`,
  newerByHerself: (time) =>
    `You changed this article at ${time} in another window. This text is kept apart. Press “Save draft” to merge both; until then nothing more is kept by itself.`,
  somebody: 'Somebody',
  otherWindow: (time) =>
    `There is text kept at ${time} that is not of this window. It is not replaced. What you typed here is all here.`,
  openOther: 'Look at it',
  takeOver: 'Keep this window instead',
  tooLarge: 'Text over 2 MB is not kept by itself. It is all here. Shorten it, or make two articles of it.',
  tooMany: (most) =>
    `There are ${most} begun articles, so no more are kept by themselves. Your text is all here. Press “Save draft”, or drop some on “Write an article”.`,
  down: (time) =>
    `The line or the server has been down since ${time}. Your text is all here and on this machine, and will be sent again.`,
  downUnkept: (time) =>
    `The line or the server has been down since ${time}, and this browser cannot keep a copy. Leave this page open; your text will be sent again.`,
  signedOut: 'You were signed out. Your text is all here. Sign in in a new window, then press “Try again”.',
  otherPerson:
    'Somebody else signed in in another window. Your text is all here. Sign in with your own account, then press “Try again”.',
  refused: (time) => `Nothing could be kept at ${time}. Your text is all here.`,
  signInElsewhere: 'Sign in in a new window',
  tryAgain: 'Try again',
  copy: (time) => `This browser has text that was not sent, of ${time}.`,
  copyOfForm: (title, time) => `This browser has text that was not sent, of ${time}: ${title}`,
  dropCopy: 'Drop',
}

export const autosaveWords = { vi, en }
