package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Paper.Column;

class PaperTest {

    private static final List<Column> COLUMNS = List.of(Column.words("What 项目", 3), Column.amounts("Amount 金额", 1));

    @Test
    void whatStandsOnItCanBeReadBackInBothLanguages() throws IOException {
        var paper = Paper.of("Invoice · 发票", Locale.SIMPLIFIED_CHINESE)
                .heading("购买方")
                .pair("名称", "柳溪县同心理发店（个体工商户）")
                .pair("Nothing", " ")
                .text("Paid on 26 Nov 2026 – thank you, Zoë & Müller: “¥88.00”, €12.50")
                .table(COLUMNS, List.of(List.of("剪发 Haircut", "88.00")), List.of(List.of("合计", "88.00")))
                .small("含税");
        assertThat(text(paper))
                .contains("Invoice · 发票", "购买方", "柳溪县同心理发店（个体工商户）", "剪发 Haircut", "合计", "含税")
                .contains("Paid on 26 Nov 2026 – thank you, Zoë & Müller: “¥88.00”, €12.50")
                .contains("1 / 1")
                .doesNotContain("Nothing");
    }

    @Test
    void aLongTableGoesOnWithItsHeadOnEachPage() throws IOException {
        var rows = IntStream.rangeClosed(1, 150)
                .mapToObj(i -> List.of("第 " + i + " 项", Integer.toString(i)))
                .toList();
        var text = text(Paper.wide("Statement", Locale.ENGLISH).table(COLUMNS, rows, List.of(List.of("Sum", "11325"))));
        assertThat(text).contains("第 1 项", "第 150 项", "11325");
        assertThat(text.split("Amount 金额", -1)).hasSizeGreaterThan(4);
    }

    @Test
    void aLineThatIsTooLongIsPartedAndNothingOfItIsLost() throws IOException {
        var word = "一二三四五六七八九十".repeat(30);
        var latin = "x".repeat(400);
        var text = text(Paper.of("Long", Locale.ENGLISH).text(word).pair("Code", latin))
                .replaceAll("\\s", "");
        assertThat(text).contains(word).contains(latin);
    }

    @Test
    void whatTheFontDoesNotHaveIsNoFault() throws IOException {
        assertThat(text(Paper.of("Odd", Locale.ENGLISH).text("a\uD83D\uDE00b\u202E\u0007c\tde")))
                .contains("a?bc de");
    }

    @Test
    void aRowOfAnotherTableIsRefused() {
        assertThatThrownBy(() -> Paper.of("Odd", Locale.ENGLISH).table(COLUMNS, List.of(List.of("one")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Paper paper) throws IOException {
        try (var read = Loader.loadPDF(paper.bytes())) {
            return new PDFTextStripper().getText(read);
        }
    }
}
