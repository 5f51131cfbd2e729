package org.townloop.loop.payout;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Reason;
import org.townloop.loop.payout.BankAccount.Scheme;

class NewBankAccountTest {

    @Test
    void anIbanWithItsCheckDigitsIsTakenAsItStandsOnPaper() {
        assertThat(refusal(Scheme.IBAN, "GB82 WEST 1234 5698 7654 32", "", "")).isNull();
        assertThat(refusal(Scheme.IBAN, "de89-3704 0044 0532 0130 00", "", "COBADEFFXXX"))
                .isNull();
        assertThat(new NewBankAccount("x", Scheme.IBAN, "de89 3704 0044 0532 0130 00", "", "").bareNumber())
                .isEqualTo("DE89370400440532013000");
    }

    @Test
    void oneWrongFigureIsFound() {
        var right = "GB82WEST12345698765432";
        for (int at = 2; at < right.length(); at++) {
            if (Character.isDigit(right.charAt(at))) {
                var wrong = right.substring(0, at)
                        + (char) ('0' + (right.charAt(at) - '0' + 1) % 10)
                        + right.substring(at + 1);
                assertThat(refusal(Scheme.IBAN, wrong, "", "")).isEqualTo(PayoutReason.ACCOUNT_NUMBER_MISTYPED);
            }
        }
        assertThat(refusal(Scheme.IBAN, "12345", "", "")).isEqualTo(PayoutReason.ACCOUNT_NUMBER_INVALID);
        assertThat(refusal(Scheme.IBAN, right, "", "SHORT")).isEqualTo(PayoutReason.BANK_CODE_INVALID);
    }

    @Test
    void aChineseAccountNamesItsBankAndTheBranch() {
        var bank = "中国工商银行柳溪支行";
        assertThat(refusal(Scheme.CN, "6222 0200 0000 0000 007", bank, "102100099996"))
                .isEqualTo(PayoutReason.ACCOUNT_NUMBER_MISTYPED);
        assertThat(refusal(Scheme.CN, "1100 1234 5678 9012", bank, "102100099996"))
                .isNull();
        assertThat(refusal(Scheme.CN, "1100123456789012", "", "102100099996"))
                .isEqualTo(PayoutReason.BANK_NAME_MISSING);
        assertThat(refusal(Scheme.CN, "1100123456789012", bank, "12")).isEqualTo(PayoutReason.BANK_CODE_INVALID);
        assertThat(refusal(Scheme.CN, "11001234A", bank, "102100099996"))
                .isEqualTo(PayoutReason.ACCOUNT_NUMBER_INVALID);
    }

    @Test
    void itsEndIsAllThatIsShown() {
        assertThat(AccountNumber.masked("GB82WEST12345698765432")).isEqualTo("•••• 5432");
    }

    private static @Nullable Reason refusal(Scheme scheme, String number, String bank, String code) {
        var refusal = new NewBankAccount("Tongxin Hair", scheme, number, bank, code).refusal();
        return refusal == null ? null : refusal.reason();
    }
}
