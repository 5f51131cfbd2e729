package org.townloop.surface.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.notice.Handover;
import org.townloop.base.notice.Mail;
import org.townloop.base.notice.MailGateway;
import org.townloop.base.notice.Sms;
import org.townloop.base.notice.SmsGateway;

/** Takes what a demo sends and shows it, so that nothing leaves the machine. The same message twice is kept once. */
@Component
@InDemoOnly
class SandboxInbox implements SmsGateway, MailGateway {

    /** A message as it arrived. */
    record Message(String channel, String recipient, String subject, String body, Instant at) {}

    private static final Pattern NOT_OF_A_NUMBER = Pattern.compile("[^0-9+()./ -]");
    private static final int FEWEST_DIGITS = 4;

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxInbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Handover send(Sms sms) {
        return keep(sms.id(), "SMS", sms.to(), "", sms.text());
    }

    @Override
    public Handover send(Mail mail) {
        return keep(mail.id(), "MAIL", mail.to(), mail.subject(), mail.text());
    }

    /**
     * The newest first; those of one recipient if one is given. A number is found by its last digits too, however it is
     * written: whoever looks for a code seldom types the country's.
     */
    List<Message> newest(String recipient, int limit) {
        return jdbc.sql("""
            select channel, recipient, subject, body, at from sandbox.message
            where :recipient = '' or lower(recipient) = lower(:recipient)
                or :digits <> '' and channel = 'SMS'
                    and regexp_replace(recipient, '[^0-9]', '', 'g') like '%' || :digits
            order by at desc, id desc limit :limit
            """)
                .param("recipient", recipient.strip())
                .param("digits", lastDigits(recipient))
                .param("limit", limit)
                .query((row, number) -> new Message(
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Of something that is written like a number; without the zeros that some dial before the country's. */
    private static String lastDigits(String recipient) {
        var digits = NOT_OF_A_NUMBER.matcher(recipient).find() ? "" : recipient.replaceAll("[^0-9]", "");
        return digits.length() < FEWEST_DIGITS ? "" : digits.replaceFirst("^0+", "");
    }

    private Handover keep(String id, String channel, String recipient, String subject, String body) {
        jdbc.sql("""
            insert into sandbox.message (id, channel, recipient, subject, body, at) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """)
                .params(id, channel, recipient, subject, body)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new Handover.Accepted(id);
    }
}
