/**
 * Clean prose of the kind that offices write, made up for these tests: no person, place or figure in it is real. It is full
 * of what a hasty doctor would stumble over: words that meet by chance ("cơ quan trong huyện"), twins of other words
 * ("lịch sự", "chi tiêu", "nghỉ lễ"), words said twice on purpose, names, highland words, numbers, times and addresses.
 */
export const cleanProse = `
# Phiên họp thường kỳ tháng Ba

Sáng 14/3, Ủy ban nhân dân (UBND) huyện họp phiên thường kỳ. Các cơ quan trong huyện báo cáo ngắn, mỗi nơi không quá năm phút. Chủ tịch UBND huyện lưu ý: việc nào xong thì nói là xong, việc nào chưa xong thì nói rõ vì sao và bao giờ xong.

Quý này thu ngân sách đạt 27,5% dự toán, cao hơn cùng kỳ 1,2 điểm phần trăm. Giá tăng nhẹ ở nhóm hàng ăn, giá cá tra và giá gà ta hầu như đứng yên. Phòng Tài chính - Kế hoạch đề nghị các xã rà lại từng khoản chi tiêu, khoản nào chưa cần thì lùi sang quý sau. Phần lớn ý kiến tán thành, chỉ một vài ý kiến còn băn khoăn về cách tính.

Về đầu tư công, mười hai trong số mười lăm công trình đã khởi công. Ba công trình còn lại vướng mặt bằng, trong đó có hai hộ chưa nhận tiền đền bù. Lãnh đạo huyện yêu cầu tổ công tác đến tận nhà nghe bà con nói, không gọi bà con lên trụ sở.

# Thành phố biến bãi rác cũ thành công viên

Bãi đất đầu từng là nơi đổ rác nay được san phẳng, trồng cỏ và đặt ghế. Thành phố biến đổi từng ngày, nhưng người dân vẫn giữ thói quen đi bộ lúc sáng sớm. Nhà rộng hay hẹp, ai cũng có thể ra đây hóng mát. Trẻ con chạy nhảy vui vẻ, người già ngồi đánh cờ, mấy cô chú tập dưỡng sinh ở góc xanh xanh gần hồ.

Một người bán hàng nước kể: “Hồi trước chiều chiều khói mù mịt, giờ thì trường học bên cạnh mở cửa sổ được rồi”. Bà còn bảo con gái mang ra vài chậu hoa giấy, đặt ở lối vào cho đẹp.

Ban quản lý công viên nhắc khách mới đến không chạy xe vào đường dạo, không thả chó và nói năng lịch sự với người dọn vệ sinh. Vài trò chơi cũ đang được sơn lại, dần dần sẽ có thêm xích đu và cầu trượt.

# Trạm y tế thay đổi giờ tiêm chủng

Từ ngày 01/4, trạm y tế các xã tiêm chủng vào sáng thứ Ba và sáng thứ Năm hằng tuần, bắt đầu từ 7 giờ 30. Cha mẹ đưa trẻ đi tiêm nhớ mang sổ, để trẻ mặc áo rộng và ở lại theo dõi đủ ba mươi phút. Trẻ đang sốt, đang ho nhiều thì chờ khỏe hẳn rồi hãy tiêm.

Trạm trưởng cho biết thuốc được giữ ở 2-8°C, có nhật ký ghi nhiệt độ hai lần mỗi ngày. Năm ngoái trạm tiêm được 1.248 mũi, không có ca nào phản ứng nặng. Nhân viên trạm thường thường đến từng nhà nhắc lịch, nhất là những nhà ở xa, nhưng mùa mưa đường trơn nên đôi khi phải gọi điện.

# Lớp xóa mù chữ ở làng Bôk

Tối tối, mười tám học viên thắp đèn đến lớp. Người trẻ nhất ba mươi hai tuổi, người già nhất bảy mươi mốt. Cô giáo Hương dẫn từng người cầm bút, viết từng nét. Chị Thanh tra từ điển giúp cả lớp mỗi khi gặp chữ lạ. Già làng Đinh Bri nói: “Biết chữ rồi thì tự về nhà đọc đơn thuốc, khỏi phải nhờ cháu”.

Trong tiếng Bahnar, “bơngai” là người, “hơmrĭ” thì nhiều người trẻ không còn biết nghĩa. Lớp có treo một tờ giấy ghi hai thứ tiếng, chữ to, ai quên thì nhìn lên. Anh Kpă Hùng, chị Rơ Ô H’Lan và ông Siu Bơng là ba học viên đi đều nhất.

Kinh phí mua sách do hội khuyến học góp. Sách đẹp, giấy dày, được các em học sinh trường trung học bọc lại cẩn thận. Đoạn kết của khóa học là buổi thi viết một lá thư thật, bỏ vào bì thư và gửi đi thật.

# Hướng dẫn kê khai đất vườn, đất ở

1. Nhận tờ khai tại Bộ phận một cửa hoặc tải ở https://dichvucong.gov.vn/to-khai?id=12,mau=3.
2. Ghi số thửa, số tờ bản đồ, diện tích; thửa nào không nhớ số thì để trống.
3. Nộp kèm bản sao giấy tờ, bản chính mang theo để đối chiếu.
4. Giữ phiếu hẹn. Quá hạn mà chưa có kết quả thì gọi (0269) 3 555 123 hoặc viết thư đến motcua@huyenmau.gov.vn.

Thửa đất nằm trên hai xã thì nộp ở xã có phần diện tích lớn hơn. Thừa đất so với sổ cũ không có nghĩa là lấn chiếm; cán bộ địa chính sẽ đo lại, chi phí đo do huyện trả. Người giả mạo chữ ký của hàng xóm bị xử lý theo pháp luật.

# Kết quả giải bóng chuyền nữ

Đội xã Phú Lâm thắng đội thị trấn 3-1 trong trận chung kết chiều 26/3. Cả hội trường đứng lên vỗ tay khi chủ công số 7 ghi điểm kết thúc. Giải cấp huyện năm nay có chín đội, trong khi giải năm trước chỉ có sáu. Ban tổ chức trao cúp, cờ và tiền thưởng; đội thắng sẽ đi thi đấu ở tỉnh vào tháng tới.

Trận bán kết thứ hai kéo dài gần hai giờ, hết hiệp bốn vẫn hòa 2-2. Trọng tài phải dừng trận đấu mười phút vì mất điện. Một cổ động viên cười: “Đèn tắt, cả sân bật điện thoại lên soi, vui như đi hội”.

# Chủ động phòng hạn cuối vụ

Mực nước hồ chứa còn 41% dung tích, thấp hơn trung bình nhiều năm. Trạm thủy nông chia nước luân phiên: khu Đông tưới ngày chẵn, khu Tây tưới ngày lẻ. Người dẫn nước phải có mặt tại cống đúng giờ, không tự ý mở cống. Nơi nào đất cao, máy bơm không với tới thì chuyển sang trồng ngô, trồng đậu.

Cán bộ khuyến nông khuyên nông dân ủ gốc bằng rơm, tưới lúc chiều mát, tưới ít mà đều. Ruộng lúa đang làm đòng cần nước nhất, vì vậy được ưu tiên trước. Ai thấy kênh rò, bờ sạt thì báo ngay cho tổ trưởng, đừng đợi đến sáng hôm sau.

# Nghỉ lễ và trực cơ quan

Nghỉ lễ từ thứ Bảy, ngày 29/04/2017 đến hết thứ Ba, ngày 02/05/2017. Các phòng cử người trực, ghi số điện thoại ở cửa. Văn phòng đã gửi danh sách cho từng cơ quan, ai đổi ca thì báo trước một ngày. Những ngày này công an xã tăng ca tuần tra, nhắc nhở bà con khóa cửa, tắt bếp, không đốt rác gần rừng.

Xe khách không được tăng giá quá mức đã niêm yết. Bến xe mở thêm hai quầy bán vé, người già, phụ nữ có thai và trẻ nhỏ không phải xếp hàng. Ba con đường ra bến được dọn sạch, biển báo sơn lại, đèn đường sáng đến nửa đêm.

# Tọa đàm về bình đẳng trong gia đình

Buổi tọa đàm mở đầu bằng một vở kịch ngắn do chính các hội viên viết. Người vợ trong vở đi họp về muộn, người chồng ở nhà nấu cơm mà vẫn vui. Khán giả cười, rồi lặng nghe đoạn hai vợ chồng bàn chuyện học của con gái.

Bà chủ tịch hội phụ nữ xã nói chậm rãi, từng ý một: việc nhà là việc chung, tiền chung thì cùng quyết, con trai con gái đều được học. Ông trưởng thôn kể chuyện thật ở thôn mình, có hai gia đình đã hóa giải được mâu thuẫn nhờ tổ hòa giải kiên nhẫn lui tới. Người người vỗ tay, không khí cởi mở như buổi họp mặt bà con.

Kết thúc, ban tổ chức phát phiếu hỏi: anh có rửa bát không, chị có được giữ tiền không, cháu có được nói ý kiến của mình không. Một trăm ba mươi phiếu thu lại, đọc công khai ngay tại chỗ.

# Thư viện huyện thêm ngày mở cửa

Từ tuần tới, thư viện mở cả sáng Chủ nhật. Bạn đọc mượn tối đa bốn cuốn, giữ trong hai tuần, trễ hạn thì nhắc chứ không phạt. Sách thiếu nhi đặt ở tầng trệt, báo và tạp chí ở gian giữa, phòng đọc yên tĩnh ở tầng hai. Máy tính có mạng, mỗi người dùng một giờ.

Thủ thư vừa sắp lại kho theo chủ đề: lịch sử địa phương, khoa học thường thức, trồng trọt, chăn nuôi, nấu ăn, nuôi dạy con. Cuốn nào rách thì dán, cuốn nào mất bìa thì đóng lại. Học sinh đến học bài rất đông, nhất là mùa thi; thư viện xin thêm hai mươi ghế và một máy lọc nước.

# Kiểm tra bếp ăn trường học

Đoàn kiểm tra gồm y tế, giáo dục và phụ huynh đến năm trường không báo trước. Bốn trường đạt yêu cầu; một trường phải sửa chỗ rửa bát và thay tủ lạnh cũ. Đoàn xem sổ nhập thực phẩm, hỏi nguồn rau, nguồn thịt, nếm thử món ăn và nói chuyện với các em.

Theo quy định, thức ăn mẫu phải giữ đủ 24 giờ. Nhân viên bếp được khám sức khỏe mỗi năm một lần, mang tạp dề, buộc tóc gọn. Kết quả kiểm tra gửi cho từng trường và dán ở cổng, để cha mẹ nào cũng đọc được. Đoàn sẽ quay lại sau một tháng, xem những điều đã nhắc nhở làm đến đâu.
`
