package org.townloop.surface.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

    /** The newest first; those of one recipient if one is given. */
    List<Message> newest(String recipient, int limit) {
        return jdbc.sql("""
            select channel, recipient, subject, body, at from sandbox.message
            where :recipient = '' or recipient = :recipient
            order by at desc, id desc limit :limit
            """)
                .param("recipient", recipient)
                .param("limit", limit)
                .query((row, number) -> new Message(
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private Handover keep(String id, String channel, String recipient, String subject, String body) {
        jdbc.sql("""
            insert into sandbox.message (id, channel, recipient, subject, body, at) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """)
                .params(id, channel, recipient, subject, body)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new Handover.Taken(id);
    }
}
