package org.townloop.loop.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.PlaceId;

/** Judges scans, and remembers every verdict. */
@Component
public class Scans {

    /**
     * What a token comes to before the voucher's own state is asked.
     *
     * @param refused the verdict, if the token alone settles it
     * @param voucher the voucher it names, if the token is ours
     */
    public record Reading(
            @Nullable ScanOutcome refused, @Nullable VoucherId voucher) {}

    private final JdbcTemplate jdbc;
    private final TokenSigner signer;

    Scans(JdbcTemplate jdbc, TokenSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    /** Checks signature, place and expiry: no database is asked, but for a key seen the first time. */
    public Reading read(String token, PlaceId place, Instant now) {
        var read = signer.verify(token).orElse(null);
        if (read == null) {
            return new Reading(ScanOutcome.BAD_SIGNATURE, null);
        }
        if (!read.place().equals(place)) {
            return new Reading(ScanOutcome.WRONG_PLACE, null);
        }
        return new Reading(now.isAfter(read.validUntil()) ? ScanOutcome.EXPIRED : null, read.voucher());
    }

    /** The verdict that this counter was given under this nonce before. */
    public Optional<ScanAnswer> earlier(PlaceId place, PersonId counter, String nonce) {
        return jdbc.query("""
            select nonce, outcome, voucher_id, redeemed_at from voucher.scan
            where region_id = ? and counter_id = ? and nonce = ?
            """, Scans::answer, place.region().number(), counter.value(), nonce).stream()
                .findFirst();
    }

    public Optional<Voucher> voucher(VoucherId id) {
        return jdbc.query("""
            select region_id, id, order_id, line, unit, place_id, offer_id, resident_id, value_minor,
                currency, state, starts_at, valid_until, redeemed_at
            from voucher.voucher where region_id = ? and id = ?
            """, Vouchers::voucher, id.region().number(), id.value()).stream()
                .findFirst();
    }

    /** Redeems by a guarded update; false if it is not to be redeemed any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean redeem(VoucherId id, PersonId counter, Instant now) {
        return jdbc.update(
                        """
                        update voucher.voucher set state = 'REDEEMED', redeemed_at = ?, redeemed_by = ?
                        where region_id = ? and id = ? and state = 'ISSUED'
                        """, Timestamp.from(now), counter.value(), id.region().number(), id.value())
                == 1;
    }

    /** Remembers a verdict; false if this counter used the nonce before, and nothing may come of this scan. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remember(PlaceId place, PersonId counter, ScanAnswer answer, Instant now) {
        return jdbc.update(
                        """
                        insert into voucher.scan (region_id, place_id, counter_id, nonce, voucher_id, outcome,
                            redeemed_at, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (region_id, counter_id, nonce) do nothing
                        """,
                        place.region().number(),
                        place.value(),
                        counter.value(),
                        answer.nonce(),
                        answer.voucher() == null ? null : answer.voucher().value(),
                        answer.outcome().name(),
                        answer.redeemedAt() == null ? null : Timestamp.from(answer.redeemedAt()),
                        Timestamp.from(now))
                == 1;
    }

    /** The last verdicts at a place, the newest first. */
    public List<ScanAnswer> latest(PlaceId place, int limit) {
        return jdbc.query("""
            select nonce, outcome, voucher_id, redeemed_at from voucher.scan
            where region_id = ? and place_id = ? order by at desc limit ?
            """, Scans::answer, place.region().number(), place.value(), limit);
    }

    private static ScanAnswer answer(ResultSet row, int number) throws SQLException {
        var voucher = row.getObject("voucher_id", UUID.class);
        var redeemedAt = row.getTimestamp("redeemed_at");
        return new ScanAnswer(
                row.getString("nonce"),
                ScanOutcome.valueOf(row.getString("outcome")),
                voucher == null ? null : new VoucherId(voucher),
                redeemedAt == null ? null : redeemedAt.toInstant());
    }
}
