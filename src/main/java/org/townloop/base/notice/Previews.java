package org.townloop.base.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.TownAddress;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;

/** Shows what a template makes of an example: a haircut the day after tomorrow. */
@Component
public class Previews {

    /** @param sms what the brief is as a text message */
    public record Preview(Composed words, SmsLength sms) {}

    private static final long EXAMPLE_PRICE_MINOR = 12_800;

    private final Regions regions;
    private final TownAddress address;
    private final Clock clock;

    Previews(Regions regions, TownAddress address, Clock clock) {
        this.regions = regions;
        this.address = address;
        this.clock = clock;
    }

    /** Refused if the template could not be sent. */
    public Outcome<Preview> of(RegionId region, Letter letter, Locale language, Draft draft) {
        var fault = DraftCheck.fault(letter, language, draft);
        if (fault != null) {
            return Outcome.refused(fault);
        }
        var words = Composer.words(draft, language, example(region, language));
        return Outcome.done(new Preview(words, SmsLength.of(words.brief())));
    }

    private Map<String, Object> example(RegionId id, Locale language) {
        var region = regions.get(id);
        var noon = clock.instant()
                .atZone(region.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(15);
        Map<String, Object> facts = Map.of(
                "title",
                Words.of("Haircut", "剪发"),
                "place",
                Words.of("Tongxin Hair", "同心发艺"),
                "startsAt",
                noon.plus(Duration.ofDays(2)).toInstant().toString(),
                "dueAt",
                noon.plus(Duration.ofDays(3)).toInstant().toString(),
                "totalMinor",
                EXAMPLE_PRICE_MINOR,
                "refundMinor",
                EXAMPLE_PRICE_MINOR,
                "currency",
                region.currency().getCurrencyCode(),
                "booked",
                2,
                "fewest",
                4,
                "code",
                "271828");
        var name = Words.of("Lin Yue", "林悦").in(language);
        var link = address.of("/orders/" + Ids.of(id, clock.instant(), 0)).toString();
        return new FactWords(language, region).of(facts, name, link);
    }
}
