package org.townloop.loop.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.loop.ledger.Books.yuan;

import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart of accounts stands in the code; the database knows the same names. */
class ChartTest {

    private static final UUID SOMEBODY = new UUID(1, 1);

    private final Books books = Books.shared();

    @Test
    void theDatabaseKnowsTheSameKindsAndAccounts() {
        assertThat(allowed("account_kind_check")).containsExactlyElementsOf(names(Account.Kind.values()));
        assertThat(allowed("transfer_kind_check")).containsExactlyInAnyOrderElementsOf(names(TransferKind.values()));
    }

    @ParameterizedTest
    @EnumSource
    void aKindRunsBetweenItsOwnAccountsOnly(TransferKind kind) {
        var order = books.order();
        var debit = new Account(kind.debit(), SOMEBODY);
        var credit = new Account(kind.credit(), SOMEBODY);
        assertThat(new Transfer(kind, debit, credit, yuan(1), order, "cause", Instant.EPOCH))
                .isNotNull();
        assertThatThrownBy(() -> new Transfer(kind, credit, debit, yuan(1), order, "cause", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What is between escrow and anything else is in the order's total, so that escrow is what orders hold. */
    @ParameterizedTest
    @EnumSource
    void whatTouchesEscrowTouchesItsOrder(TransferKind kind) {
        var into = List.of(Effect.CAPTURES, Effect.TAKES_BACK).contains(kind.effect());
        var out = List.of(Effect.RELEASES, Effect.REFUNDS, Effect.CHARGES_BACK).contains(kind.effect());
        assertThat(kind.credit() == Account.Kind.ESCROW).isEqualTo(into);
        assertThat(kind.debit() == Account.Kind.ESCROW).isEqualTo(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN"})
    void whateverStandsOnAStatementHasWords(String language) throws IOException {
        var words = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(
                        ChartTest.class.getResourceAsStream("/messages/desk_" + language + ".properties")),
                UTF_8)) {
            words.load(file);
        }
        assertThat(Arrays.stream(TransferKind.values())
                        .filter(kind -> kind.debit() == Account.Kind.MERCHANT || kind.credit() == Account.Kind.MERCHANT)
                        .map(kind -> "desk.transfer."
                                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(words).containsKey(key));
    }

    private List<String> allowed(String constraint) {
        var definition = books.app.queryForObject(
                "select pg_get_constraintdef(oid) from pg_constraint where conname = ?", String.class, constraint);
        return Pattern.compile("'([A-Z_]+)'")
                .matcher(definition == null ? "" : definition)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static <E extends Enum<E>> List<String> names(E[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
