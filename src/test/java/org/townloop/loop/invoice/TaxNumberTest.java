package org.townloop.loop.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxNumberTest {

    /** The example of GB 32100-2015. */
    private static final String CODE = "91350100M000100Y43";

    @Test
    void aCreditCodeIsKnownByItsLastCharacter() {
        assertThat(TaxNumber.of(" 9135 0100 m000100y43 ", false))
                .contains(new TaxNumber(CODE, TaxNumber.Kind.CREDIT_CODE));
        assertThat(TaxNumber.of("９１３５０１００Ｍ０００１００Ｙ４３", false)).isPresent();
    }

    @Test
    void anyOneCharacterThatIsAnotherIsFound() {
        for (int i = 0; i < CODE.length(); i++) {
            for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ".toCharArray()) {
                if (other != CODE.charAt(i)) {
                    var wrong = CODE.substring(0, i) + other + CODE.substring(i + 1);
                    assertThat(TaxNumber.of(wrong, true)).as(wrong).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE136695976",
                "ATU99999999",
                "NL999999999B99",
                "fr xx 999999999",
                "IE9S99999L",
                "ES X9999999X",
                "XI 123456789"
            })
    void aEuropeanNumberHasTheFormOfItsCountry(String typed) {
        assertThat(TaxNumber.of(typed, false))
                .hasValueSatisfying(number -> assertThat(number.kind()).isEqualTo(TaxNumber.Kind.EU_VAT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DE13669597", "ATU9999999", "NL999999999999", "FR99999999", "DEDE1366959", "", "=1+1", "DE"})
    void whatHasNotIsNone(String typed) {
        assertThat(TaxNumber.of(typed, true)).isEmpty();
    }

    @Test
    void numbersOfOtherCountriesAreTakenWhereTheyMayBe() {
        assertThat(TaxNumber.of("CHE-123.456.789", true))
                .hasValueSatisfying(number -> assertThat(number.kind()).isEqualTo(TaxNumber.Kind.OTHER));
        assertThat(TaxNumber.of("CHE-123.456.789", false)).isEmpty();
    }
}
