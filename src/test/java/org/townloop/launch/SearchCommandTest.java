package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** That the command line speaks the language of the API. */
class SearchCommandTest {

    @Test
    void itsOptionsAreTheParametersOfTheApi() {
        assertThat(asked("haircut quiet --region willow-creek --district a --district b,c --place p --pack hotels"
                        + " --trade restaurants --near 30.27,119.72 --within 800 --open"
                        + " 2026-11-28T15:00+08:00/PT1H --priceMin 1 --priceMax 2 --price 0-4999 --price 50000-"
                        + " --ratingMin 4 --attr services.all=cut,wash --attr hotels.floor.min=3 --sort near"
                        + " --limit 5 --cursor x"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("q", List.of("haircut quiet")),
                        Map.entry("region", List.of("willow-creek")),
                        Map.entry("district", List.of("a", "b,c")),
                        Map.entry("place", List.of("p")),
                        Map.entry("pack", List.of("hotels", "restaurants")),
                        Map.entry("near", List.of("30.27,119.72")),
                        Map.entry("within", List.of("800")),
                        Map.entry("open", List.of("2026-11-28T15:00+08:00/PT1H")),
                        Map.entry("priceMin", List.of("1")),
                        Map.entry("priceMax", List.of("2")),
                        Map.entry("price", List.of("0-4999", "50000-")),
                        Map.entry("ratingMin", List.of("4")),
                        Map.entry("attr.services.all", List.of("cut,wash")),
                        Map.entry("attr.hotels.floor.min", List.of("3")),
                        Map.entry("sort", List.of("near")),
                        Map.entry("limit", List.of("5")),
                        Map.entry("cursor", List.of("x"))));
    }

    private static Map<String, List<String>> asked(String line) {
        var command = new SearchCommand(mock(Start.class));
        new CommandLine(command).parseArgs(line.split(" "));
        return command.asked();
    }
}
