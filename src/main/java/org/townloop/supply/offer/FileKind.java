package org.townloop.supply.offer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What may be sold as a file. What it is, its first bytes say; what it is called, nobody believes. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    EPUB("application/epub+zip", "epub"),
    ZIP("application/zip", "zip"),
    MP3("audio/mpeg", "mp3"),
    M4A("audio/mp4", "m4a"),
    OGG("audio/ogg", "ogg");

    private static final int EPUB_NAME_AT = 30;

    private final String mediaType;
    private final String ending;

    FileKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of file names, without the dot. */
    public String ending() {
        return ending;
    }

    /** By its first bytes; nothing for what is not sold here. */
    static Optional<FileKind> of(byte[] file) {
        return Arrays.stream(values()).filter(kind -> kind.fits(file)).findFirst();
    }

    private boolean fits(byte[] file) {
        return switch (this) {
            case PDF -> has(file, 0, "%PDF-");
            case EPUB -> isZip(file) && has(file, EPUB_NAME_AT, "mimetypeapplication/epub+zip");
            case ZIP -> isZip(file);
            case MP3 -> has(file, 0, "ID3") || isFrame(file);
            case M4A -> has(file, 4, "ftyp");
            case OGG -> has(file, 0, "OggS");
        };
    }

    private static boolean isZip(byte[] file) {
        return has(file, 0, "PK\u0003\u0004");
    }

    /** Of MPEG audio, layer III: eleven bits that are set, and the layer after the version. */
    private static boolean isFrame(byte[] file) {
        return file.length > 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xe6) == 0xe2;
    }

    private static boolean has(byte[] file, int at, String letters) {
        var wanted = letters.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + wanted.length
                && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
