package org.townloop.base.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;

/** Decides by which channels and from when on a notice is sent to its person. */
@Component
class Dispatch {

    /** A notice that was just written. */
    record Told(UUID id, NewNotice notice) {}

    private static final Duration OF_USE = Duration.ofHours(48);
    /** Who hears of a change at night sleeps on, unless they would hear of it too late in the morning. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final Preferences preferences;
    private final Browsers browsers;
    private final Gateways gateways;
    private final People people;
    private final Contacts contacts;
    private final Regions regions;
    private final PostBell bell;
    private final Clock clock;

    Dispatch(
            Deliveries deliveries,
            Preferences preferences,
            Browsers browsers,
            Gateways gateways,
            People people,
            Contacts contacts,
            Regions regions,
            PostBell bell,
            Clock clock) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.browsers = browsers;
        this.gateways = gateways;
        this.people = people;
        this.contacts = contacts;
        this.regions = regions;
        this.bell = bell;
        this.clock = clock;
    }

    /** In the transaction that wrote the notices. */
    void send(List<Told> told) {
        var ids = told.stream().map(each -> each.notice().person()).distinct().toList();
        var known = people.get(ids);
        var reached = contacts.of(ids);
        var chosen = preferences.of(ids, reached);
        var subscribed = browsers.of(ids);
        var queued = new ArrayList<Deliveries.NewDelivery>();
        for (var each : told) {
            var id = each.notice().person();
            var person = known.get(id);
            var wants = chosen.get(id);
            if (person != null && wants != null) {
                var ways = new Ways(
                        person, wants, reached.getOrDefault(id, List.of()), subscribed.getOrDefault(id, List.of()));
                ways.of(each).forEach(queued::add);
            }
        }
        if (!queued.isEmpty()) {
            deliveries.queue(queued);
            bell.ringAfterCommit();
        }
    }

    void stop(PersonId person) {
        deliveries.suppress(person);
    }

    int forget(Duration olderThan, int limit) {
        return deliveries.forget(olderThan, limit);
    }

    /** Queues a code, which stands on no page and goes to nobody but the contact. */
    void sendCode(RegionId region, Contact to, Map<String, Object> facts, Locale language, Duration goodFor) {
        var now = clock.instant();
        var channel = to.kind() == Contact.Kind.MAIL ? Channel.MAIL : Channel.SMS;
        deliveries.queue(List.of(new Deliveries.NewDelivery(
                Ids.next(region, now),
                null,
                null,
                Letter.CODE,
                channel,
                to.value(),
                language,
                facts,
                now,
                now.plus(goodFor))));
        bell.ringAfterCommit();
    }

    /** The ways to one person. */
    private final class Ways {

        private final Person person;
        private final Chosen chosen;
        private final List<Contact> contacts;
        private final List<UUID> browsers;

        Ways(Person person, Chosen chosen, List<Contact> contacts, List<UUID> browsers) {
            this.person = person;
            this.chosen = chosen;
            this.contacts = contacts;
            this.browsers = browsers;
        }

        Stream<Deliveries.NewDelivery> of(Told told) {
            var letter = Letter.of(told.notice().kind(), told.notice().facts());
            return Arrays.stream(Channel.values())
                    .filter(gateways::has)
                    .filter(channel -> chosen.wants(letter.topic(), channel))
                    .flatMap(channel -> targets(channel).map(target -> delivery(told, letter, channel, target)));
        }

        private Stream<String> targets(Channel channel) {
            return switch (channel) {
                case SMS -> first(Contact.Kind.PHONE).stream();
                case MAIL -> first(Contact.Kind.MAIL).stream();
                case PUSH -> browsers.stream().map(UUID::toString);
            };
        }

        private Optional<String> first(Contact.Kind kind) {
            return contacts.stream()
                    .filter(contact -> contact.kind() == kind)
                    .findFirst()
                    .map(Contact::value);
        }

        private Deliveries.NewDelivery delivery(Told told, Letter letter, Channel channel, String target) {
            var now = clock.instant();
            var region = RegionId.of(told.id());
            var notice = told.notice();
            var facts = new HashMap<>(notice.facts());
            facts.put("path", Notice.path(notice.kind(), notice.subject(), notice.facts()));
            var from = notBefore(letter, region, notice.facts(), now);
            return new Deliveries.NewDelivery(
                    Ids.next(region, now),
                    told.id(),
                    person.id().value(),
                    letter,
                    channel,
                    target,
                    person.language(),
                    facts,
                    from,
                    giveUpAt(letter, notice.facts(), from));
        }

        private Instant notBefore(Letter letter, RegionId region, Map<String, Object> facts, Instant now) {
            if (letter.topic() == Topic.ASKED_FOR) {
                return now;
            }
            var morning = chosen.quiet().endOrNow(now, regions.get(region).zone());
            var start = start(facts);
            var margin = letter == Letter.REMINDER ? Duration.ZERO : MARGIN;
            return start.isPresent() && start.get().isBefore(morning.plus(margin)) ? now : morning;
        }
    }

    /** A reminder is of use until the visit begins, everything else for two days. */
    private static Instant giveUpAt(Letter letter, Map<String, Object> facts, Instant from) {
        var start = start(facts);
        return letter == Letter.REMINDER && start.isPresent() ? start.get() : from.plus(OF_USE);
    }

    private static Optional<Instant> start(Map<String, Object> facts) {
        return facts.get("startsAt") instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
    }
}
