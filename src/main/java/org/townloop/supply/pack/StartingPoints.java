package org.townloop.supply.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code packs/<id>/start.yaml}, which a pack may have beside it. */
@Component
public class StartingPoints {

    private final Map<PackId, StartingPoint> read = new ConcurrentHashMap<>();

    /** An empty one if the pack has none. */
    public StartingPoint of(PackId pack) {
        return read.computeIfAbsent(pack, StartingPoints::read);
    }

    private static StartingPoint read(PackId pack) {
        var file = new ClassPathResource("packs/" + pack.value() + "/start.yaml");
        if (!file.exists()) {
            return StartingPoint.NONE;
        }
        try (var input = file.getInputStream()) {
            return point(YAMLMapper.builder().build().readTree(input));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartingPoint point(JsonNode content) {
        var hours = new ArrayList<StartingPoint.Hours>();
        for (var span : content.path("hours")) {
            for (var day : span.get("days")) {
                hours.add(new StartingPoint.Hours(
                        day.asInt(),
                        LocalTime.parse(span.get("opens").asString()),
                        LocalTime.parse(span.get("closes").asString())));
            }
        }
        var resources = new LinkedHashMap<String, Integer>();
        content.path("resources")
                .properties()
                .forEach(kind -> resources.put(kind.getKey(), kind.getValue().asInt()));
        var services = content.path("services")
                .valueStream()
                .map(StartingPoints::service)
                .toList();
        var rooms = content.path("rooms")
                .valueStream()
                .map(type -> new StartingPoint.Rooms(
                        PackContent.words(type.get("name")), type.get("units").asInt()))
                .toList();
        return new StartingPoint(List.copyOf(hours), resources, rooms, services);
    }

    private static StartingPoint.Usual service(JsonNode node) {
        var resource = node.get("resource");
        return new StartingPoint.Usual(
                node.get("key").asString(),
                PackContent.words(node.get("title")),
                PackContent.words(node.get("description")),
                Duration.ofMinutes(node.path("minutes").asInt(60)),
                Duration.ofMinutes(node.path("after").asInt(0)),
                resource == null ? null : resource.asString(),
                node.get("attributes"),
                node.path("dailyCapacity").asInt(0),
                node.path("people").asInt(0),
                node.path("weekly")
                        .valueStream()
                        .map(time -> new StartingPoint.Weekly(
                                DayOfWeek.of(time.get("day").asInt()),
                                LocalTime.parse(time.get("at").asString())))
                        .toList());
    }
}
