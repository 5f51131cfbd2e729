package org.townloop.loop.payout;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.townloop.base.kernel.Written;

/** Writes XML element by element, each closed when what stands in it is written. */
final class Elements {

    /** Writes what stands in an element. */
    @FunctionalInterface
    interface Content {
        void write() throws XMLStreamException;
    }

    private final XMLStreamWriter out;

    Elements(XMLStreamWriter out) {
        this.out = out;
    }

    void document(String root, String namespace, Content content) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement(root);
        out.writeDefaultNamespace(namespace);
        content.write();
        out.writeEndElement();
        out.writeEndDocument();
    }

    void in(String element, Content content) throws XMLStreamException {
        out.writeStartElement(element);
        content.write();
        out.writeEndElement();
    }

    void text(String element, String text) throws XMLStreamException {
        in(element, () -> characters(text));
    }

    void text(String element, String attribute, String value, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeAttribute(attribute, value);
        characters(text);
        out.writeEndElement();
    }

    /** Control characters are none in XML. */
    private void characters(String text) throws XMLStreamException {
        var plain = Written.plain(text);
        out.writeCharacters(plain == null ? "" : plain);
    }
}
