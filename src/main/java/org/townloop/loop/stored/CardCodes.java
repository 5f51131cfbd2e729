package org.townloop.loop.stored;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.Secrets;

/**
 * What owners show at counters to pay with a card. A code is good for some minutes and for one draw; a card has one at a
 * time, so that whoever saw an earlier one has nothing.
 */
@Component
public class CardCodes {

    /**
     * A code and until when it is good.
     *
     * @param text as it is shown and typed: {@code C-4K7QH-92XWM}
     */
    public record Shown(String text, Instant until) {}

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // none that looks or sounds like another
    private static final int LENGTH = 10; // 49 bits: nobody guesses one within its minutes
    private static final Pattern WRITTEN =
            Pattern.compile("C-?[" + LETTERS + "]{5}-?[" + LETTERS + "]{5}", Pattern.CASE_INSENSITIVE);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration kept;

    CardCodes(JdbcClient jdbc, Clock clock, @Value("${townloop.stored.code-minutes}") int minutes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kept = Duration.ofMinutes(minutes);
    }

    /** Whether somebody who typed or scanned that means a card, and no voucher. */
    public static boolean isOne(String text) {
        return WRITTEN.matcher(text.strip()).matches();
    }

    /** A new code of a card that is locked; an earlier one opens nothing any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Shown show(CardId card) {
        var letters = RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        var until = clock.instant().plus(kept);
        jdbc.sql("""
            insert into stored.code (region_id, card_id, code_hash, until) values (?, ?, ?, ?)
            on conflict (region_id, card_id) do update set code_hash = excluded.code_hash, until = excluded.until
            """)
                .params(card.region().number(), card.value(), Secrets.hash("C" + letters), Timestamp.from(until))
                .update();
        return new Shown("C-" + letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2), until);
    }

    /** The card that is shown by it now. */
    public Optional<CardId> find(String code) {
        return jdbc.sql("select card_id from stored.code where code_hash = ? and until > ?")
                .params(Secrets.hash(plain(code)), Timestamp.from(clock.instant()))
                .query((row, number) -> new CardId(row.getObject("card_id", UUID.class)))
                .optional();
    }

    /** @return whether it was good until now; it is not from now on */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(CardId card, String code) {
        return jdbc.sql("delete from stored.code where region_id = ? and card_id = ? and code_hash = ? and until > ?")
                        .params(
                                card.region().number(),
                                card.value(),
                                Secrets.hash(plain(code)),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** However it was typed. */
    public static String plain(String code) {
        return code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }
}
