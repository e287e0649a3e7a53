import type { CutName } from './shape-page.ts'

const cuts: Record<CutName, string> = {
  list: 'Trong danh sách',
  lead: 'Tin đầu trang chủ',
  card: 'Khi chia sẻ lên Facebook, Zalo',
}

const vi = {
  focus: 'Điểm chính',
  focusHelp:
    'Chỗ không được mất khi ảnh bị cắt vừa khung, thường là gương mặt. Bấm vào ảnh, hoặc ghi hai số rồi lưu. Khi đang ở trên ảnh, các phím mũi tên dời điểm ấy.',
  pointAt: 'Bấm vào chỗ quan trọng nhất của ảnh',
  acrossFocus: 'Từ trái sang, %',
  downFocus: 'Từ trên xuống, %',
  saveFocus: 'Lưu điểm chính',
  toMiddle: 'Lấy giữa ảnh',
  focusSaved: 'Đã lưu điểm chính. Trang chủ và danh sách cắt ảnh theo điểm này.',
  pointNow: 'Điểm chính: {x} % từ trái, {y} % từ trên',
  cutsTitle: 'Ảnh sẽ hiện như sau',
  cuts,
  cardHelp: 'Facebook và Zalo tự cắt ở giữa. Nếu mất phần quan trọng, hãy cắt ảnh.',
  percent: 'Ghi một số từ 0 đến 100.',

  crop: 'Cắt ảnh',
  cropHelp:
    'Kéo một khung trên ảnh, hoặc ghi phần bỏ đi ở mỗi cạnh. Ảnh gốc vẫn còn: ghi 0 cả bốn cạnh để lấy lại toàn bộ ảnh.',
  cropPicture: 'Toàn bộ ảnh, phần sáng là phần giữ lại',
  left: 'Bỏ bên trái, %',
  top: 'Bỏ phía trên, %',
  right: 'Bỏ bên phải, %',
  bottom: 'Bỏ phía dưới, %',
  saveCrop: 'Cắt ảnh',
  wholeAgain: 'Lấy lại toàn bộ ảnh',
  cropped: 'Đã cắt. Mọi bài có ảnh này đã dùng ảnh mới cắt; địa chỉ ảnh cũ dẫn đến ảnh này.',
  uncropped: 'Đã lấy lại toàn bộ ảnh.',
  cutTooSmall: (side: string) => `Phần giữ lại nhỏ quá: mỗi cạnh cần ít nhất ${side} điểm ảnh. Bỏ bớt ít hơn.`,
  kept: 'Giữ lại {width} × {height} điểm ảnh',

  replace: 'Thay bằng tệp khác',
  replaceHelp:
    'Mọi bài đang có ảnh này sẽ dùng tệp mới, không phải sửa bài. Mô tả, chú thích và nguồn giữ nguyên; tệp cũ vẫn còn bên dưới.',
  chooseFile: 'Tệp ảnh mới',
  saveReplacement: 'Thay ảnh',
  replaced:
    'Đã thay ảnh ở mọi bài có ảnh này. Mô tả, chú thích, nguồn và ghi chú đồng ý vẫn là của ảnh trước: xem còn đúng với ảnh mới không.',
  chooseOneFile: 'Chọn một tệp ảnh trước khi thay.',
  sameFile: 'Tệp này đúng là ảnh đang dùng, nên không có gì để thay.',
  onlyPublishers:
    'Ảnh này ở trong bài đã duyệt hoặc đã đăng, nên chỉ người được đăng bài mới cắt hoặc thay được. Hãy nhờ người ấy.',

  versions: 'Các bản của ảnh',
  versionsHelp: 'Bản cũ chỉ phòng tin xem được.',
  present: 'Đang dùng',
  whole: 'Toàn bộ ảnh',
  cut: 'Đã cắt',
  made: 'Có từ',
  useAgain: 'Dùng lại bản này',
  usedAgain: 'Đã dùng lại bản cũ ở mọi bài có ảnh này. Xem mô tả, chú thích, nguồn có còn đúng không.',

  twins: 'Ảnh gần giống',
  twinsHelp: 'Có thể là cùng một ảnh được gửi hai lần. Nếu đúng, dùng một ảnh và xóa ảnh kia.',
}

export type ShapeWords = typeof vi

const en: ShapeWords = {
  focus: 'Main point',
  focusHelp:
    'What must not be lost when the picture is cut to fit, mostly a face. Press on the picture, or give two numbers and save. While the picture is chosen, the arrow keys move the point.',
  pointAt: 'Press on the most important place of the picture',
  acrossFocus: 'From the left, %',
  downFocus: 'From the top, %',
  saveFocus: 'Save the main point',
  toMiddle: 'Take the middle',
  focusSaved: 'Saved. The home page and lists cut the picture around this point.',
  pointNow: 'Main point: {x} % from the left, {y} % from the top',
  cutsTitle: 'The picture will look like this',
  cuts: { list: 'In lists', lead: 'First on the home page', card: 'Shared on Facebook and Zalo' },
  cardHelp: 'Facebook and Zalo cut in the middle themselves. If something important is lost, crop the picture.',
  percent: 'Give a number from 0 to 100.',

  crop: 'Crop',
  cropHelp:
    'Drag a frame on the picture, or say how much to leave out at each side. The original stays: 0 at all four sides brings the whole picture back.',
  cropPicture: 'The whole picture; the bright part is kept',
  left: 'Leave out at the left, %',
  top: 'Leave out at the top, %',
  right: 'Leave out at the right, %',
  bottom: 'Leave out at the bottom, %',
  saveCrop: 'Crop the picture',
  wholeAgain: 'Take the whole picture again',
  cropped: 'Cropped. Every article with this picture uses it; older addresses of the picture lead here.',
  uncropped: 'The whole picture is in use again.',
  cutTooSmall: (side) => `Too little is kept: each side needs at least ${side} pixels. Leave out less.`,
  kept: '{width} × {height} pixels are kept',

  replace: 'Replace by another file',
  replaceHelp:
    'Every article with this picture will use the new file without being edited. Description, caption and credit stay; the old file is kept below.',
  chooseFile: 'New picture file',
  saveReplacement: 'Replace the picture',
  replaced:
    'Replaced in every article. Description, caption, credit and the note of consent are still those of the picture before: see whether they fit the new one.',
  chooseOneFile: 'Choose a picture file first.',
  sameFile: 'This file is the picture that is in use, so there is nothing to replace.',
  onlyPublishers:
    'This picture is in an article that was reviewed or published, so only somebody who may publish can crop or replace it. Ask one of them.',

  versions: 'Versions of the picture',
  versionsHelp: 'Only the newsroom can see older versions.',
  present: 'In use',
  whole: 'Whole picture',
  cut: 'Cropped',
  made: 'Since',
  useAgain: 'Use this version again',
  usedAgain: 'The older version is in use again. See whether description, caption and credit still fit.',

  twins: 'Pictures that look alike',
  twinsHelp: 'Perhaps the same picture was sent twice. If so, use one and delete the other.',
}

export const shapeWords = { vi, en }
