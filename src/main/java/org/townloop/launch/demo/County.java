package org.townloop.launch.demo;

import java.util.List;
import java.util.Optional;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/** A county seat as it lies: its centre, and its streets, water, green and landmarks around it. */
record County(RegionId region, String code, Words name, String seal, Point centre, List<Shape> shapes) {

    static final County WILLOW_CREEK = read(990001, "willow-creek", Words.of("Willow Creek", "柳溪"), 30.2700, 119.7200);
    static final County STONE_BRIDGE = read(990002, "stone-bridge", Words.of("Stone Bridge", "石桥"), 30.3550, 119.8450);
    static final List<County> BOTH = List.of(WILLOW_CREEK, STONE_BRIDGE);

    private static final double METRES_PER_DEGREE = 111_195;

    /** @param metres east and north of the centre, in turn */
    record Shape(String kind, Words name, double[] metres) {

        int corners() {
            return metres.length / 2;
        }

        double length() {
            var length = 0.0;
            for (int i = 1; i < corners(); i++) {
                length += leg(i);
            }
            return length;
        }

        /** How far it is from the corner before to this one. */
        double leg(int corner) {
            return Math.hypot(
                    metres[2 * corner] - metres[2 * corner - 2], metres[2 * corner + 1] - metres[2 * corner - 1]);
        }
    }

    static County of(String code) {
        return BOTH.stream()
                .filter(county -> county.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    List<Shape> streets() {
        return shapes.stream().filter(shape -> shape.kind.equals("street")).toList();
    }

    Optional<Shape> street(String englishName) {
        return streets().stream()
                .filter(street -> englishName.equals(street.name.en()))
                .findFirst();
    }

    Point at(double east, double north) {
        var lat = centre.lat() + north / METRES_PER_DEGREE;
        var lon = centre.lon() + east / (METRES_PER_DEGREE * Math.cos(Math.toRadians(centre.lat())));
        return new Point(rounded(lat), rounded(lon));
    }

    /** A street number's place: even numbers on the left, one every ten metres or so. */
    Address address(Shape street, int number) {
        var along = ((number - 1) / 2 + 0.5) * Address.METRES_PER_PAIR;
        var corner = 1;
        while (corner < street.corners() - 1 && along > street.leg(corner)) {
            along -= street.leg(corner++);
        }
        var east = street.metres[2 * corner - 2];
        var north = street.metres[2 * corner - 1];
        var eastward = (street.metres[2 * corner] - east) / street.leg(corner);
        var northward = (street.metres[2 * corner + 1] - north) / street.leg(corner);
        var aside = number % 2 == 0 ? Address.METRES_FROM_STREET : -Address.METRES_FROM_STREET;
        var words = Words.of(street.name.en() + " " + number, street.name.zh() + " " + number + " 号");
        return new Address(
                words, at(east + along * eastward - aside * northward, north + along * northward + aside * eastward));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static County read(int number, String code, Words name, double lat, double lon) {
        return new County(
                new RegionId(number),
                code,
                name,
                String.valueOf(name.zh()).substring(0, 1),
                new Point(lat, lon),
                Texts.of(code + ".map").stream().map(County::shape).toList());
    }

    private static Shape shape(List<String> fields) {
        var metres = List.of(fields.get(3).split("[ ,]"));
        return new Shape(
                fields.get(0),
                Words.of(fields.get(1), fields.get(2)),
                metres.stream().mapToDouble(Double::parseDouble).toArray());
    }
}
