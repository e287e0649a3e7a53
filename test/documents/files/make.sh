#!/bin/sh
# Makes the files beside this script. Needs LibreOffice (soffice) and unzip; the tests themselves do not.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
cd "$work"

cat > report.html <<'HTML'
<html><body>
<h1>Báo cáo công tác tháng 2</h1>
<p>Ủy ban nhân dân huyện Đak Pơ tổng kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2016.</p>
<p style="page-break-before: always">Phụ lục: danh sách mười một xã, thị trấn đã gửi báo cáo đúng hạn về phòng Lao động.</p>
</body></html>
HTML
convert() { soffice -env:UserInstallation="file://$work/profile" --headless "$@" --outdir "$work" > "$work/log" 2>&1; }

convert --infilter="HTML (StarWriter)" --convert-to odt:writer8 report.html
mv report.odt letter.odt
convert --convert-to 'docx:MS Word 2007 XML' letter.odt
convert --convert-to 'doc:MS Word 97' letter.odt
convert --convert-to 'ott:writer8_template' letter.odt
convert --convert-to pdf:writer_pdf_Export letter.odt
mv letter.pdf report.pdf
convert --convert-to 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"mat-khau"}}' letter.odt
mv letter.pdf locked.pdf

# A page that is a picture of a page, as a scanner makes it.
unzip -p letter.odt Thumbnails/thumbnail.png > letter.png
cat > scan.fodt <<XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p><draw:frame text:anchor-type="as-char" svg:width="15cm" svg:height="21cm"><draw:image><office:binary-data>$(base64 letter.png)</office:binary-data></draw:image></draw:frame></text:p></office:text></office:body></office:document>
XML
convert --convert-to pdf:writer_pdf_Export scan.fodt

cp report.pdf locked.pdf scan.pdf letter.odt letter.docx letter.doc letter.ott "$here"
