package org.townloop.base.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed to, in which version of the text, when and where, and what they took back. */
@Component
public class Consents {

    /** The terms of use and the privacy notice, which are agreed to together. */
    public static final String TERMS = "terms";

    /**
     * One decision.
     *
     * @param given whether they agreed; else they took it back
     * @param place on which page: {@code sign-up}
     */
    public record Consent(String subject, String version, boolean given, Instant at, String place) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String version;

    Consents(JdbcClient jdbc, Clock clock, @Value("${townloop.terms.version}") String version) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.version = version;
    }

    /** The version of the texts that are shown now. */
    public String version() {
        return version;
    }

    /** Whether the person has agreed to the terms as they are now. */
    public boolean toTerms(PersonId person) {
        return newest(person, TERMS)
                .filter(consent -> consent.given() && consent.version().equals(version))
                .isPresent();
    }

    /** The person agrees to the terms as they are now; a second time changes nothing. */
    @Transactional
    public void agreeToTerms(PersonId person, String place) {
        if (!toTerms(person)) {
            insert(person, TERMS, true, place);
        }
    }

    /**
     * Notes that the person wants something that is up to them, or does not any more.
     *
     * @param subject what: {@code messages.news.mail}
     * @param place on which page
     */
    @Transactional
    public void note(PersonId person, String subject, boolean wanted, String place) {
        insert(person, subject, wanted, place);
    }

    /** All of the person's decisions, the newest first. */
    public List<Consent> of(PersonId person, int limit) {
        return read("where person_id = :person order by id desc limit :limit", person, "", limit);
    }

    private Optional<Consent> newest(PersonId person, String subject) {
        return read(
                        "where person_id = :person and subject = :subject order by id desc limit :limit",
                        person,
                        subject,
                        1)
                .stream()
                .findFirst();
    }

    private List<Consent> read(String condition, PersonId person, String subject, int limit) {
        return jdbc.sql("select subject, version, given, at, place from identity.consent " + condition)
                .param("person", person.value())
                .param("subject", subject)
                .param("limit", limit)
                .query((row, number) -> new Consent(
                        row.getString("subject"),
                        row.getString("version"),
                        row.getBoolean("given"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("place")))
                .list();
    }

    private void insert(PersonId person, String subject, boolean given, String place) {
        jdbc.sql("insert into identity.consent (person_id, subject, version, given, at, place) values (?, ?, ?,"
                        + " ?, ?, ?)")
                .params(person.value(), subject, version, given, Timestamp.from(clock.instant()), place)
                .update();
    }
}
