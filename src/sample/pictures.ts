import type { SamplePicture } from './sample.ts'

const credit = 'Tranh minh họa'

/** The drawings in pictures/, by the name articles call them. */
export const samplePictures: Record<string, SamplePicture> = {
  'cao-nguyen': {
    file: 'cao-nguyen.jpg',
    originalName: 'cao nguyên buổi sớm.jpg',
    alternativeText: 'Nhiều lớp đồi núi phủ rừng nối nhau trong sương mỏng, mặt trời sáng nhạt treo thấp phía xa.',
    caption: 'Sương sớm trên những dãy đồi phía đông cao nguyên.',
    credit,
  },
  'cong-chieng': {
    file: 'cong-chieng.jpg',
    originalName: 'IMG_20170211_192714.jpg',
    alternativeText:
      'Đông người ngồi thành nhiều hàng trong bóng tối, cùng hướng về ngọn lửa lớn đang cháy giữa trời đêm.',
    caption: 'Đêm sinh hoạt cộng đồng quanh bếp lửa làng.',
    credit,
  },
  'dong-mia': {
    file: 'dong-mia.jpg',
    originalName: 'mía Phú An.jpg',
    alternativeText: 'Ruộng mía xanh mọc dày kín, phía sau là dãy núi thấp dưới bầu trời nhiều mây.',
    caption: 'Ruộng mía đang độ lên xanh.',
    credit,
  },
  'duong-lien-xa': {
    file: 'duong-lien-xa.jpg',
    originalName: 'đường bê tông mới (2).jpg',
    alternativeText:
      'Con đường bê tông kẻ vạch trắng hai mép uốn giữa đồng cỏ về phía núi, bên phải là một hàng cột điện.',
    caption: 'Đường bê tông nông thôn đi qua đồng cỏ.',
    credit,
  },
  'ho-nuoc': {
    file: 'ho-nuoc.jpg',
    originalName: 'hồ chứa sáng sớm.jpg',
    alternativeText: 'Mặt hồ rộng, lặng sóng, in bóng mây và những dãy núi ở bờ bên kia.',
    caption: 'Hồ chứa nước lúc sáng sớm.',
    credit,
  },
  'hoi-nghi': {
    file: 'hoi-nghi.jpg',
    originalName: '16700487_858229570983576_4847624788838071746_o-(1).jpg',
    alternativeText:
      'Hội trường nhìn từ hàng ghế cuối: đại biểu ngồi kín, năm người ngồi bàn chủ trì trước màn hình lớn chia mười hai điểm cầu.',
    caption: 'Quang cảnh hội nghị trực tuyến.',
    credit,
  },
  'mot-cua': {
    file: 'mot-cua.jpg',
    originalName: 'một cửa sáng thứ Hai.jpg',
    alternativeText: 'Tập giấy tờ có dấu đỏ, cây bút và con dấu trên bàn gỗ, phía sau là bốn người đang chờ.',
    caption: 'Hồ sơ tại quầy tiếp nhận và trả kết quả.',
    credit,
  },
  'nha-rong': {
    file: 'nha-rong.jpg',
    originalName: 'nhà rông chiều.jpg',
    alternativeText:
      'Nhà rông mái cao vút in bóng trên nền trời hoàng hôn, ba ô cửa sáng đèn, bảy người đứng ở khoảng sân bên cạnh.',
    caption: 'Nhà rông lúc chiều xuống.',
    credit,
  },
  'rung-kho': {
    file: 'rung-kho.jpg',
    originalName: 'rừng mùa khô.jpg',
    alternativeText: 'Khu rừng với những thân cây sẫm màu gần trụi lá, đứng thưa trên thảm cỏ khô nâu vàng.',
    caption: 'Rừng giữa mùa khô, lá và cỏ đã úa.',
    credit,
  },
  'ruong-rau': {
    file: 'ruong-rau.jpg',
    originalName: 'ruộng rau Tân An.jpg',
    alternativeText:
      'Những luống rau xanh trên đất đỏ chạy thẳng về phía núi, xa xa có bốn người đội nón đang làm việc.',
    caption: 'Ruộng rau đã bén rễ, luống chạy thẳng về chân núi.',
    credit,
  },
  'truong-hoc': {
    file: 'truong-hoc.jpg',
    originalName: 'sân trường.jpg',
    alternativeText:
      'Sân trường trước dãy lớp học hai tầng tường vàng mái đỏ, giữa sân là cột cờ Tổ quốc, hai bên có cây xanh.',
    caption: 'Sân trường trong giờ học.',
    credit,
  },
}
