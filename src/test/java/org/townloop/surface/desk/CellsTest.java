package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.base.kernel.Money;

class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void whatASpreadsheetWouldRunStaysAText(String text) {
        assertThat(Cells.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Haircut", "剪发", "3=3"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(Cells.text(text)).isEqualTo(text);
    }

    @Test
    void amountsAreNumbersInTheDecimalsOfTheirCurrency() {
        assertThat(StatementFile.plain(Money.of(-12_805, "CNY"))).isEqualTo("-128.05");
        assertThat(StatementFile.plain(Money.of(128, "JPY"))).isEqualTo("128");
        assertThat(StatementFile.plain(Money.of(5, "KWD"))).isEqualTo("0.005");
    }
}
