package org.townloop.loop.payout;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;

/** An account at a bank, as it was typed. */
public record NewBankAccount(
        String holder, BankAccount.Scheme scheme, String number, String bankName, String bankCode) {

    private static final int LONGEST_NAME = 140;

    /** What is wrong with it; null if nothing is. */
    @Nullable
    Refusal refusal() {
        if (!Written.isName(holder, LONGEST_NAME)) {
            return Refusal.of(PayoutReason.HOLDER_MISSING, "holder", Map.of("max", LONGEST_NAME));
        }
        return switch (scheme) {
            case IBAN -> ibanRefusal();
            case CN -> chineseRefusal();
        };
    }

    boolean isSame(BankAccount account) {
        return account.holder().equals(holder.strip())
                && account.scheme() == scheme
                && account.number().equals(bareNumber())
                && Objects.equals(account.bankName(), writtenBank())
                && Objects.equals(account.bankCode(), bareCode());
    }

    String bareNumber() {
        return AccountNumber.bare(number);
    }

    @Nullable
    String writtenBank() {
        return scheme == BankAccount.Scheme.CN ? Written.plain(bankName) : null;
    }

    @Nullable
    String bareCode() {
        var bare = AccountNumber.bare(bankCode);
        return bare.isEmpty() ? null : bare;
    }

    private @Nullable Refusal ibanRefusal() {
        if (!AccountNumber.looksLikeIban(bareNumber())) {
            return Refusal.of(PayoutReason.ACCOUNT_NUMBER_INVALID, "number");
        }
        if (!AccountNumber.isIban(bareNumber())) {
            return Refusal.of(PayoutReason.ACCOUNT_NUMBER_MISTYPED, "number");
        }
        var code = bareCode();
        return code == null || AccountNumber.isBic(code)
                ? null
                : Refusal.of(PayoutReason.BANK_CODE_INVALID, "bankCode");
    }

    private @Nullable Refusal chineseRefusal() {
        if (!AccountNumber.looksChinese(bareNumber())) {
            return Refusal.of(PayoutReason.ACCOUNT_NUMBER_INVALID, "number");
        }
        if (!AccountNumber.isChinese(bareNumber())) {
            return Refusal.of(PayoutReason.ACCOUNT_NUMBER_MISTYPED, "number");
        }
        if (!Written.isName(bankName, LONGEST_NAME)) {
            return Refusal.of(PayoutReason.BANK_NAME_MISSING, "bankName");
        }
        var code = bareCode();
        return code != null && AccountNumber.isBranch(code)
                ? null
                : Refusal.of(PayoutReason.BANK_CODE_INVALID, "bankCode");
    }
}
