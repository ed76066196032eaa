/// The style of every HTML paper: a column on screen, light or dark as the reader's screen is, and A4 on paper.
///
/// Nothing is told by colour alone, and a printer without colours loses nothing.
enum PaperStyle {
  private static let song = #""FZXiaoBiaoSong-B05S",SimSun,STSong,"Noto Serif CJK SC",serif"#
  private static let hei = #"SimHei,"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif"#
  private static let fangSong = #"FangSong,STFangsong,"Noto Serif CJK SC",SimSun,serif"#

  /// The contents of the one `<style>` element.
  static let sheet = """
    :root{--paper:#fff;--ink:#111;--second:#595959;--rule:#7F7F7F;--hair:#BFBFBF;--head:#EDEDED;--accent:#1F4E79;--bar:#C9D8E8;--red:#C00000}
    @media screen and (prefers-color-scheme:dark){:root{--paper:#161B22;--ink:#E6EDF3;--second:#A9B4C0;--rule:#59636E;--hair:#3D444D;--head:#21262D;--accent:#79B0E6;--bar:#2C4A68;--red:#FF7B72}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.75 \(fangSong)}
    main{max-width:760px;margin:0 auto;padding:24px 20px 48px}
    header{text-align:center;border-bottom:3px solid var(--red);padding-bottom:6px}
    .masthead{font:700 46px/1.3 \(song);color:var(--red);letter-spacing:.35em;margin:0 0 2px .35em;text-indent:0;text-align:center}
    .number,.byline{text-align:center;text-indent:0;margin:0}
    .issued{display:flex;justify-content:space-between;text-indent:0;margin:4px 0 0}
    .title{font:700 24px/1.5 \(song);text-align:center;margin:18px 0 8px}
    h2,h3,h4{font:400 17px/1.5 \(hei);margin:20px 0 6px;break-after:avoid}
    h3{font-size:16px}
    h4{font-size:15px;margin:14px 0 4px}
    p{text-indent:2em;margin:.4em 0}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(104px,1fr));border-block:2px solid var(--ink);margin:12px 0;break-inside:avoid}
    .figures div{text-align:center;padding:6px 2px;border-right:1px solid var(--hair)}
    .figures div:last-child{border:0}
    .figures dt{font:13px/1.5 \(hei)}
    .figures dd{margin:0;font:700 22px/1.4 \(song);white-space:nowrap}
    .figures .change{font:400 12px/1.5 \(hei);color:var(--second)}
    .figures .headline dt,.figures .headline dd:not(.change){color:var(--accent)}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font:14px/1.45 SimSun,STSong,"Noto Serif CJK SC",serif;font-variant-numeric:tabular-nums;margin:8px 0}
    th,td{border:1px solid var(--rule);padding:3px 7px}
    th{font:400 13.5px/1.35 \(hei);background:var(--head);border-bottom:2px solid var(--ink)}
    th{white-space:nowrap}
    .dense{font-size:13px}
    .dense th{font-size:12.5px}
    .dense th,.dense td{padding:3px 4px}
    .denser th{white-space:normal}
    .short{white-space:nowrap}
    thead{display:table-header-group}
    tr,figure,li,table:not(:has(tr:nth-child(19))){break-inside:avoid}
    thead,tbody tr:nth-child(-n+2){break-after:avoid}
    tbody tr:nth-last-child(-n+2){break-before:avoid}
    .right{text-align:right;white-space:nowrap}
    .centre{text-align:center;white-space:nowrap}
    .total td{font-weight:700;border-top:2px solid var(--ink)}
    .bar{background:linear-gradient(var(--bar),var(--bar)) 0 0/var(--share) 100% no-repeat;min-width:72px}
    figure{margin:10px 0}
    svg{width:100%;height:auto;display:block}
    .bar,th,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    ol{padding-left:2.2em;margin:.4em 0}
    .notes{font:13px/1.6 SimSun,"Noto Serif CJK SC",serif}
    .condition{color:var(--second);font-size:.85em}
    .slot{border:1px dashed var(--rule);padding:2px 6px}
    hr{border:0;border-top:1px solid var(--hair);margin:20px 0}
    .signature{display:grid;grid-template-columns:1fr 1fr 1fr;text-indent:0;margin-top:26px;break-inside:avoid}
    @media(max-width:600px){.masthead{font-size:36px}}
    @page{size:A4;margin:22mm 20mm 22mm 22mm;@bottom-center{content:"— " counter(page) " —";font:14pt SimSun,"Noto Serif CJK SC",serif}}
    @media print{main{max-width:none;padding:0}body{font-size:11.5pt;line-height:1.6}table,th{font-size:10pt}.dense,.dense th{font-size:8.5pt}.dense th,.dense td{padding:2px 3px}.denser,.denser th{font-size:7.5pt}.denser th,.denser td{padding:2px 1px}.figures dd{font-size:15pt}.figures .change{font-size:9pt}.scroll{overflow:visible}}
    """
}
