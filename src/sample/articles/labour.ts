import type { SampleArticle } from '../sample.ts'

const officeUnit = 'Văn phòng HĐND và UBND huyện'
const cultureUnit = 'Trung tâm Văn hóa - Thông tin và Thể thao huyện'
const category = 'tin-tuc/lao-dong-thuong-binh-va-xa-hoi'

/** Work, training, people with merit, poverty, children, equality: the category of the seed article. */
export const labourArticles: SampleArticle[] = [
  {
    title: 'Mở ba lớp dạy nghề sửa chữa máy nông nghiệp cho thanh niên làng xa',
    lead: 'Mỗi lớp 25 học viên, học ba tháng, thực hành ngay tại tổ sửa chữa của hợp tác xã.',
    body: `Ba lớp đặt ở Ya Hội, Yang Bắc và An Thành, để thanh niên khỏi phải đi vài chục cây số mới có chỗ học. Giờ học xếp vào buổi chiều và tối, tránh lúc đi rẫy.

Học viên làm quen với động cơ nhỏ, máy bơm, máy cày tay và máy phát cỏ. Hai phần ba thời gian là thực hành: tháo, rửa, thay, lắp rồi chạy thử dưới mắt thợ chính.

> “Máy hỏng giữa vụ mà chờ thợ từ thị trấn vào thì mất cả ngày công. Làng có người sửa được là đỡ lắm”, một học viên ở Yang Bắc nói.

Người học không phải đóng học phí. Ai muốn ghi tên cho lớp sau thì gặp cán bộ lao động của xã hoặc nhắn qua trang [Liên hệ, góp ý](/lien-he).`,
    category,
    author: 'Đinh Văn Lâm',
    unit: cultureUnit,
    source: null,
    tags: ['dạy nghề', 'thanh niên', 'việc làm'],
    posted: { daysAgo: 2, at: '14:15' },
    cover: 'dong-mia',
  },
  {
    title: 'Trao 42 suất quà cho gia đình chính sách',
    lead: 'Quà gồm nhu yếu phẩm và sổ tiết kiệm nhỏ do các cơ quan, doanh nghiệp trên địa bàn đóng góp.',
    body: `Đoàn đến từng nhà thay vì mời các cụ lên hội trường. Mỗi nơi dừng lại một lúc, hỏi chuyện sức khỏe, mái nhà, nước sinh hoạt và ghi lại điều gia đình đang cần.

Chín gia đình đề nghị sửa mái hoặc làm lại bếp, ba cụ muốn được đưa đi khám mắt. Phòng Lao động - Thương binh và Xã hội cho biết những việc này sẽ được chia cho các đoàn thể nhận giúp và báo lại trong tháng này.

Ngoài quà, các chi đoàn nhận quét dọn nhà cửa, gánh nước, chẻ củi cho bốn gia đình neo người vào mỗi sáng Chủ nhật.`,
    category,
    author: 'Lan Hương',
    unit: officeUnit,
    source: null,
    tags: ['người có công', 'gia đình chính sách'],
    posted: { daysAgo: 6, at: '15:05' },
    cover: null,
  },
  {
    title: 'Rà soát hộ nghèo theo chuẩn đa chiều: cán bộ thôn đến từng nhà',
    lead: 'Phiếu khảo sát mới hỏi cả về nước sạch, bảo hiểm y tế và việc học của trẻ, không chỉ thu nhập.',
    body: `Mỗi tổ rà soát có ba người: trưởng thôn, cán bộ xã và một người dân do thôn cử. Tổ hỏi chuyện tại nhà, xem bể nước, mái nhà, góc học tập rồi mới ghi phiếu.

## Phiếu hỏi những gì

- Việc học của người lớn và trẻ em.
- Bảo hiểm y tế và lần khám bệnh gần nhất.
- Nhà ở: mái, vách, nền, diện tích.
- Nước sinh hoạt và nhà vệ sinh.
- Điện thoại, đài, loa truyền thanh nghe được hay không.

Kết quả được đọc trong cuộc họp thôn và niêm yết tại nhà sinh hoạt chung. Gia đình nào thấy ghi chưa đúng cứ nói ngay tại cuộc họp, hoặc báo cán bộ xã để tổ quay lại xem.`,
    category,
    author: 'Lan Hương',
    unit: officeUnit,
    source: null,
    tags: ['giảm nghèo', 'hộ nghèo'],
    posted: { daysAgo: 8, at: '10:40' },
    cover: null,
  },
  {
    title: 'Lớp học bơi an toàn cho 200 học sinh vùng gần hồ chứa',
    lead: 'Các em được học nổi người, gọi trợ giúp và nhận biết vùng nước nguy hiểm trước mùa hè.',
    body: `Lớp học dùng bể bơi lắp ghép đặt ở sân trường, nước sâu ngang ngực các em. Mỗi buổi có hai người hướng dẫn và một nhân viên y tế.

Bài đầu tiên không phải là bơi mà là nổi: ngửa người, thả lỏng, thở đều. Sau đó các em tập gọi to, ném dây, đưa sào cho bạn, tuyệt đối không nhảy xuống theo.

## Điều các em phải thuộc

1. Không tắm hồ, tắm suối khi không có người lớn biết bơi.
2. Không lội qua chỗ nước đục hoặc chảy xoáy.
3. Thấy bạn đuối nước thì gọi to, tìm dây, tìm sào.
4. Về nhà kể lại cho em nhỏ nghe.

Cha mẹ được mời dự buổi cuối để xem con làm bài và nhận tờ hướng dẫn rào ao, đậy giếng quanh nhà.`,
    category,
    author: 'Rơ Châm Thủy',
    unit: cultureUnit,
    source: null,
    tags: ['trẻ em', 'học sinh', 'phòng đuối nước'],
    posted: { daysAgo: 10, at: '08:50' },
    cover: 'ho-nuoc',
  },
  {
    title: 'Phiên giao dịch việc làm lưu động: 18 doanh nghiệp tuyển 460 lao động',
    lead: 'Người lao động mang theo căn cước và bằng cấp nếu có; không thu bất kỳ khoản phí nào.',
    body: `Phiên giao dịch mở tại nhà văn hóa thị trấn, từ 7 giờ 30 đến 11 giờ sáng thứ Bảy. Ai đi xa có thể gặp nhà tuyển dụng qua màn hình đặt ở hội trường xã Ya Hội và xã An Thành.

| Ngành | Số doanh nghiệp | Số lao động cần |
| --- | --- | --- |
| May mặc | 5 | 180 |
| Chế biến nông sản | 4 | 120 |
| Xây dựng | 3 | 75 |
| Bán hàng, dịch vụ | 4 | 50 |
| Cơ khí, điện | 2 | 35 |
| Cộng | 18 | 460 |

Khoảng một nửa số chỗ làm không đòi hỏi bằng cấp. Cán bộ tư vấn khuyên người đi làm xa hỏi kỹ ba điều trước khi nhận việc: lương trả ngày nào, chỗ ở ra sao, hợp đồng ghi những gì.

Có người hứa tìm việc mà đòi đặt cọc thì xin báo ngay cho ban tổ chức.`,
    category,
    author: 'Đinh Văn Lâm',
    unit: cultureUnit,
    source: null,
    tags: ['việc làm', 'phiên giao dịch'],
    posted: { daysAgo: 14, at: '09:20' },
    cover: 'cao-nguyen',
  },
  {
    title: 'Nghĩa trang liệt sĩ huyện hoàn thành chỉnh trang',
    lead: 'Lối đi được lát lại, thêm ghế nghỉ cho người cao tuổi và bảng chỉ dẫn mộ phần.',
    body: `Công việc làm trong bảy tuần, chia từng khu để thân nhân vẫn vào thắp hương được. Lối đi mới không còn bậc cao, xe lăn lên được đến đài tưởng niệm.

Bảng chỉ dẫn đặt ở cổng ghi khu, hàng và số mộ theo tên. Người quản trang giữ thêm một cuốn sổ chữ to để giúp các cụ mắt kém.

Học sinh hai trường gần đó nhận chăm hàng cây mới trồng, mỗi lớp một tuần. Thân nhân cần đính chính thông tin trên bia mộ xin gặp Phòng Lao động - Thương binh và Xã hội để được hướng dẫn.`,
    category,
    author: 'Lan Hương',
    unit: officeUnit,
    source: null,
    tags: ['người có công', 'liệt sĩ'],
    posted: { daysAgo: 23, at: '16:30' },
    cover: null,
  },
  {
    title: 'Hướng dẫn hồ sơ hưởng trợ cấp xã hội hằng tháng',
    lead: 'Bài tóm tắt điều kiện, giấy tờ, nơi nộp và thời hạn trả kết quả bằng lời dễ hiểu.',
    body: `Trợ cấp xã hội hằng tháng dành cho những người khó tự lo cuộc sống theo quy định của Nhà nước, như trẻ em mất nguồn nuôi dưỡng, người khuyết tật nặng, người cao tuổi không có ai chăm sóc.

## Cần những gì

- Tờ khai theo mẫu, cán bộ xã phát và giúp viết.
- Giấy tờ tùy thân của người hưởng hoặc người giám hộ.
- Giấy xác nhận khuyết tật, nếu thuộc trường hợp này.

## Nộp ở đâu, chờ bao lâu

Hồ sơ nộp tại Bộ phận một cửa của xã, thị trấn nơi đang ở. Ngày trả kết quả ghi trên phiếu hẹn; nếu hồ sơ thiếu, cán bộ phải nói rõ thiếu gì ngay trong lần đầu.

Mỗi hoàn cảnh một khác, vì vậy bà con nên hỏi cán bộ xã trước khi đi làm giấy tờ, hoặc gửi câu hỏi qua trang [Liên hệ, góp ý](/lien-he).`,
    category,
    author: 'Trần Minh Châu',
    unit: officeUnit,
    source: null,
    tags: ['trợ cấp xã hội', 'thủ tục'],
    posted: { daysAgo: 28, at: '08:30' },
    cover: null,
  },
  {
    title: 'Sáu thôn lập tổ tư vấn phòng ngừa bạo lực gia đình',
    lead: 'Tổ có trưởng thôn, hội viên phụ nữ, nhân viên y tế và một nam giới được bà con tin cậy; nhà nào cần là có người đến nghe.',
    body: `Các thành viên được học hai ngày về cách lắng nghe, giữ kín chuyện riêng và đưa người bị hại đến nơi an toàn. Tình huống đóng vai lấy từ chuyện thường gặp: rượu say, ghen tuông, túng thiếu, cấm vợ đi họp.

Mỗi thôn chọn một “nhà tạm lánh”, là gia đình sẵn sàng mở cửa ban đêm. Danh sách do tổ giữ, không dán ra ngoài.

> “Trước kia hàng xóm nghe tiếng khóc thì ngại, bảo chuyện nhà người ta. Giờ biết phải gọi ai rồi”, một hội viên phụ nữ nói.

Tổ sinh hoạt vào tối thứ Sáu cuối tháng, mời cả nam giới đến nói chuyện về việc nhà và cách nuôi con.`,
    category,
    author: 'Lan Hương',
    unit: officeUnit,
    source: null,
    tags: ['bình đẳng giới', 'phòng chống bạo lực gia đình'],
    posted: { daysAgo: 38, at: '14:50' },
    cover: null,
  },
  {
    title: 'Bốn làng ở Ya Hội có góc chơi an toàn cho trẻ',
    lead: 'Góc chơi đặt cạnh nhà sinh hoạt cộng đồng, làm bằng gỗ, tre và lốp xe cũ, cha mẹ đi rẫy về muộn cũng yên tâm.',
    body: `Thanh niên bốn làng tự làm cầu trượt, xích đu và hàng rào theo mẫu được cán bộ trẻ em hướng dẫn. Gỗ bào nhẵn, góc cạnh bọc vải, dưới đất rải cát.

Các bà, các chị thay phiên trông trẻ từ 15 đến 18 giờ. Mỗi góc chơi có một tủ thuốc nhỏ và tấm bảng vẽ hình nhắc các em rửa tay, không trèo tường, không đi theo người lạ.

Làng nào muốn làm thêm có thể xin bản vẽ và danh sách vật liệu ở Ủy ban nhân dân xã.`,
    category,
    author: 'Rơ Châm Thủy',
    unit: cultureUnit,
    source: null,
    tags: ['trẻ em', 'Ya Hội'],
    posted: { daysAgo: 45, at: '10:00' },
    cover: null,
  },
]
