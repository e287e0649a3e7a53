import type { SampleArticle } from '../sample.ts'

const unit = 'Trung tâm Văn hóa - Thông tin và Thể thao huyện'

export const economyArticles: SampleArticle[] = [
  {
    title: 'Giá mía đầu vụ nhích lên, nông dân được khuyên giữ ruộng gốc tốt',
    lead: 'Giá thu mua đầu vụ cao hơn vụ trước một chút. Cán bộ khuyến nông khuyên bà con giữ những ruộng mía gốc còn khỏe thay vì phá đi trồng mới hàng loạt.',
    body: `Theo lời các hộ ở Phú An và Cư An, mía chặt trong hai tuần đầu vụ được trả giá khá, nhất là những ruộng ít lẫn lá, lẫn đất. Xe vào tận bờ lô nên tiền công bốc vác cũng nhẹ hơn.

Giá nhích lên dễ khiến người trồng muốn phá gốc cũ, trồng lại cho kịp. Cán bộ khuyến nông lưu ý: ruộng gốc đến năm thứ ba mà mật độ còn đều thì chăm lại vẫn lời hơn, vì đỡ được tiền giống và tiền cày.

## Cách nhận ra ruộng còn nên giữ

- Đi dọc mười mét hàng mía, khoảng trống cộng lại không quá hai mét.
- Gốc bám đất chắc, lay không bật, không có mùi chua.
- Lá ngọn xanh đều, ít vết đốm nâu.

Sau khi chặt, nên vùi lá giữ ẩm thay vì đốt: đất đỡ chai, lại bớt nguy cơ cháy lan giữa mùa khô.`,
    category: 'tin-tuc/kinh-te',
    author: 'Đinh Văn Lâm',
    unit,
    source: null,
    tags: ['mía', 'giá nông sản'],
    posted: { daysAgo: 3, at: '07:40' },
    cover: 'dong-mia',
  },
  {
    title: 'Chợ phiên cuối tuần dành 20 gian cho hàng nông sản sạch',
    lead: 'Các gian hàng đặt ở dãy phía đông của chợ, họp từ sáng sớm thứ Bảy, người bán là chính người trồng.',
    body: `Hai mươi gian được bốc thăm chia cho các hộ, tổ hợp tác và hợp tác xã. Mỗi gian treo một tấm bảng nhỏ ghi tên người trồng, nơi trồng và ngày thu hái, để người mua hỏi là trả lời được ngay.

Ba phiên đầu không thu tiền chỗ bán. Ban quản lý chợ cho mượn cân đã kiểm định, dặn người bán gói hàng bằng lá chuối hoặc túi giấy nếu có thể.

> “Rau nhà trồng bao nhiêu cũng hết trước chín giờ. Bán ở đây được nghe người ta khen, chê thẳng, về mình còn biết mà sửa”, một người bán rau ở Tân An kể.

Hộ nào muốn đăng ký gian cho đợt sau có thể ghi tên tại ban quản lý chợ hoặc gửi lời nhắn qua trang [Liên hệ, góp ý](/lien-he).`,
    category: 'tin-tuc/kinh-te',
    author: 'Rơ Châm Thủy',
    unit,
    source: null,
    tags: ['chợ phiên', 'nông sản sạch'],
    posted: { daysAgo: 7, at: '07:50' },
    cover: null,
  },
  {
    title: 'Tổ hợp tác trồng ớt ký hợp đồng bao tiêu 60 tấn',
    lead: 'Ba mươi mốt hộ cùng trồng một giống, hái cùng lịch, nên lần đầu có đơn vị thu mua chịu ký giá ngay từ đầu vụ.',
    body: `Trước đây nhà nào bán nhà nấy, ớt chín rộ là rớt giá. Vụ này các hộ ngồi lại thống nhất giống, ngày xuống cây và cách ghi sổ phun thuốc. Sổ để ở nhà tổ trưởng, ai cũng xem được.

Hợp đồng ghi rõ giá sàn, cách phân loại và thời gian trả tiền sau mỗi lần cân. Nếu giá chợ lên cao, hai bên chia đôi phần chênh lệch; nếu giá xuống, người trồng vẫn nhận giá sàn.

Cán bộ nông nghiệp nhắc bà con giữ đúng thời gian cách ly trước khi hái, vì chỉ một nhà làm sai là cả tổ bị trả hàng.`,
    category: 'tin-tuc/kinh-te',
    author: 'Đinh Văn Lâm',
    unit,
    source: null,
    tags: ['cây ớt', 'tổ hợp tác', 'giá nông sản'],
    posted: { daysAgo: 13, at: '16:05' },
    cover: 'ruong-rau',
  },
  {
    title: 'Hướng dẫn đăng ký hộ kinh doanh trong một buổi',
    lead: 'Chuẩn bị đủ giấy tờ và viết sẵn tờ khai ở nhà, người đăng ký chỉ cần đến Bộ phận một cửa một lần để nộp.',
    body: `Hộ bán hàng ăn, sửa xe, may mặc hay mở quầy tạp hóa ở nhà đều có thể hỏi trước cán bộ một cửa của xã xem việc của mình có cần đăng ký hay không.

## Các bước nên làm

1. Chọn tên hộ kinh doanh, kiểm tra xem trong huyện đã có ai dùng tên ấy chưa.
2. Viết giấy đề nghị theo mẫu: địa điểm, ngành nghề, số vốn, số lao động.
3. Mang giấy tờ tùy thân của người đứng tên; nếu thuê chỗ thì mang thêm giấy thuê.
4. Nộp tại Bộ phận một cửa và giữ phiếu hẹn.

Điền chưa chắc thì cứ để trống, cán bộ sẽ cùng viết tiếp tại quầy. Đông người nhất là sáng thứ Hai, nên ai không vội có thể đến buổi chiều.`,
    category: 'tin-tuc/kinh-te',
    author: 'Trần Minh Châu',
    unit: 'Văn phòng HĐND và UBND huyện',
    source: null,
    tags: ['hộ kinh doanh', 'một cửa'],
    posted: { daysAgo: 26, at: '09:00' },
    cover: 'mot-cua',
  },
]
