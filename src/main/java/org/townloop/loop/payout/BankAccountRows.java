package org.townloop.loop.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ledger.Payee;

/** The accounts of payees. */
@Component
class BankAccountRows {

    private static final String COLUMNS = """
        select id, owner_id, owner_kind, holder, scheme, number, bank_name, bank_code, entered_by, entered_at
        from payout.bank_account
        """;

    // What came back from an account, and nobody has said since that the account is right.
    private static final String CAME_BACK = """
        select p.region_id, p.id from payout.payout p
        where p.state = 'RETURNED' and not exists (
            select from payout.account_check c where (c.region_id, c.payout_id) = (p.region_id, p.id))
        """;

    private final JdbcClient jdbc;

    BankAccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BankAccount> current(RegionId region, UUID owner) {
        return jdbc.sql(COLUMNS + "where region_id = ? and owner_id = ? and ended_at is null")
                .params(region.number(), owner)
                .query(BankAccountRows::account)
                .optional();
    }

    /**
     * Those that may be paid to: a first account at once, one that took the place of another only if it was entered before
     * the instant, none from which something came back and was not looked at.
     */
    List<BankAccount> payable(RegionId region, Instant enteredBefore) {
        return jdbc.sql(COLUMNS + """
                as a where region_id = ? and ended_at is null
                    and (entered_at <= ? or not exists (
                        select from payout.bank_account before
                        where (before.region_id, before.owner_id) = (a.region_id, a.owner_id) and before.ended_at is not null))
                    and not exists (
            """ + CAME_BACK + """
            and (p.region_id, p.bank_account_id) = (a.region_id, a.id))
            order by owner_id
            """)
                .params(region.number(), Timestamp.from(enteredBefore))
                .query(BankAccountRows::account)
                .list();
    }

    /** Whether it took the place of another. */
    boolean isSecond(RegionId region, UUID owner) {
        return jdbc.sql("""
            select exists (
                select from payout.bank_account where region_id = ? and owner_id = ? and ended_at is not null)
            """).params(region.number(), owner).query(Boolean.class).single();
    }

    /** Those of the accounts from which something came back and nobody has looked at it. */
    Set<UUID> doubted(Collection<UUID> accounts) {
        return Set.copyOf(jdbc.sql("select distinct p.bank_account_id from payout.payout p"
                        + " where p.region_id = any (?) and p.bank_account_id = any (?) and (p.region_id, p.id) in ("
                        + CAME_BACK + ")")
                .param(accounts.stream()
                        .map(id -> RegionId.of(id).number())
                        .distinct()
                        .toArray(Integer[]::new))
                .param(accounts.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** @return false if nothing that came back from there was left to be looked at */
    boolean confirm(BankAccount account, PersonId by, Instant now) {
        return jdbc.sql("""
            insert into payout.account_check (region_id, payout_id, checked_by, checked_at)
            select b.region_id, b.id, ?, cast(? as timestamptz) from (
            """ + CAME_BACK + """
             and p.region_id = ? and p.bank_account_id = ?) b
            on conflict do nothing
            """)
                        .params(
                                by.value(),
                                Timestamp.from(now),
                                RegionId.of(account.id()).number(),
                                account.id())
                        .update()
                > 0;
    }

    Map<UUID, BankAccount> get(Collection<UUID> ids) {
        return jdbc
                .sql(COLUMNS + "where region_id = any (?) and id = any (?)")
                .param(ids.stream()
                        .map(id -> RegionId.of(id).number())
                        .distinct()
                        .toArray(Integer[]::new))
                .param(ids.stream().distinct().toArray(UUID[]::new))
                .query(BankAccountRows::account)
                .list()
                .stream()
                .collect(Collectors.toMap(BankAccount::id, Function.identity()));
    }

    /** Where somebody can be paid. */
    List<RegionId> regions() {
        return jdbc.sql("select distinct region_id from payout.bank_account where ended_at is null order by region_id")
                .query((row, number) -> new RegionId(row.getInt("region_id")))
                .list();
    }

    void end(RegionId region, UUID owner, Instant now) {
        jdbc.sql("""
            update payout.bank_account set ended_at = ? where region_id = ? and owner_id = ? and ended_at is null
            """).params(Timestamp.from(now), region.number(), owner).update();
    }

    void insert(RegionId region, BankAccount account) {
        jdbc.sql("""
            insert into payout.bank_account (region_id, id, owner_id, owner_kind, holder, scheme, number, bank_name,
                bank_code, entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .param(region.number())
                .param(account.id())
                .param(account.payee().owner())
                .param(kind(account.payee()))
                .param(account.holder())
                .param(account.scheme().name())
                .param(account.number())
                .param(account.bankName())
                .param(account.bankCode())
                .param(account.enteredBy().value())
                .param(Timestamp.from(account.enteredAt()))
                .update();
    }

    static String kind(Payee payee) {
        return switch (payee) {
            case Payee.Merchant merchant -> "MERCHANT";
            case Payee.Partner partner -> "PARTNER";
        };
    }

    static Payee payee(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_id", UUID.class);
        return row.getString("owner_kind").equals("MERCHANT") ? new Payee.Merchant(owner) : new Payee.Partner(owner);
    }

    private static BankAccount account(ResultSet row, int number) throws SQLException {
        return new BankAccount(
                row.getObject("id", UUID.class),
                payee(row),
                row.getString("holder"),
                BankAccount.Scheme.valueOf(row.getString("scheme")),
                row.getString("number"),
                row.getString("bank_name"),
                row.getString("bank_code"),
                new PersonId(row.getObject("entered_by", UUID.class)),
                row.getTimestamp("entered_at").toInstant());
    }
}
