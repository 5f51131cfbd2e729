package org.townloop.loop.payout;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.townloop.base.kernel.Written;

/** Numbers of accounts at banks, and whether they can be right. */
final class AccountNumber {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern CHINESE = Pattern.compile("[0-9]{8,32}");
    private static final Pattern CARD = Pattern.compile("62[0-9]{14,17}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern BRANCH = Pattern.compile("[0-9]{12}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int SHOWN = 4;
    private static final int LONGEST_DEBTOR = 34;
    private static final int LONGEST_NAME = 140;

    private AccountNumber() {}

    /** Without blanks and hyphens, in capitals and letters of half width. */
    static String bare(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}-]", "")
                .toUpperCase(Locale.ROOT);
    }

    static boolean looksLikeIban(String bare) {
        return IBAN.matcher(bare).matches();
    }

    /** ISO 13616: the first four to the end, letters as 10 to 35, and the remainder by 97 is 1. */
    static boolean isIban(String bare) {
        if (!looksLikeIban(bare)) {
            return false;
        }
        var digits = new StringBuilder();
        (bare.substring(4) + bare.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.digit(letter, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    /** Of a card or of an account, which have no common length. */
    static boolean looksChinese(String bare) {
        return CHINESE.matcher(bare).matches();
    }

    /** The check digit of a UnionPay card (ISO/IEC 7812, Luhn); numbers of accounts have none that all banks share. */
    static boolean isChinese(String bare) {
        return looksChinese(bare) && (!CARD.matcher(bare).matches() || isLuhn(bare));
    }

    static boolean isBic(String bare) {
        return BIC.matcher(bare).matches();
    }

    /** 联行号: the number of a bank's branch. */
    static boolean isBranch(String bare) {
        return BRANCH.matcher(bare).matches();
    }

    /** What is shown of it: its end. */
    static String masked(String number) {
        return "•••• " + number.substring(Math.max(0, number.length() - SHOWN));
    }

    static boolean isDebtor(Debtor debtor) {
        var number = debtor.number();
        var isNumber = looksLikeIban(number) ? isIban(number) : number.matches("[A-Z0-9]{4," + LONGEST_DEBTOR + "}");
        return isNumber
                && Written.isName(debtor.name(), LONGEST_NAME)
                && (debtor.bank() == null || isBic(debtor.bank()));
    }

    private static boolean isLuhn(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
