package org.offshelf.importing.reading;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** What stands on a page and where: characters, straight lines and pictures, measured from the top left corner. */
final class PdfPage {

    /** @param size of the type */
    record Glyph(String text, double left, double right, double baseline, double size) {
        double middle() {
            return (left + right) / 2;
        }

        double centre() {
            return baseline - size * 0.35;
        }
    }

    /** A horizontal or vertical line. */
    record Rule(double x1, double y1, double x2, double y2) {
        boolean horizontal() {
            return x2 - x1 >= y2 - y1;
        }
    }

    record Image(double width, double height, double top) {
    }

    private static final double THIN = 3;
    private static final double SHORT = 4;

    final List<Glyph> glyphs;
    final List<Rule> rules = new ArrayList<>();
    final List<Image> images = new ArrayList<>();
    private final Budget budget;
    private final PDRectangle box;

    PdfPage(PDPage page, List<Glyph> glyphs, Budget budget) throws IOException {
        this.glyphs = glyphs;
        this.budget = budget;
        this.box = page.getCropBox();
        new Drawing(page).read();
    }

    private final class Drawing extends PDFGraphicsStreamEngine {

        private final List<Rule> path = new ArrayList<>();
        private Point2D start = new Point2D.Double();
        private Point2D current = new Point2D.Double();
        private final boolean turned;

        Drawing(PDPage page) {
            super(page);
            turned = page.getRotation() % 360 != 0;
        }

        void read() throws IOException {
            processPage(getPage());
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            budget.time();
            super.processOperator(operator, operands);
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
            double width = Math.abs(p2.getX() - p0.getX());
            double height = Math.abs(p2.getY() - p0.getY());
            if (width <= THIN || height <= THIN) {
                // A thin filled rectangle is how many programs draw a line
                double x = (p0.getX() + p2.getX()) / 2;
                double y = (p0.getY() + p2.getY()) / 2;
                add(width <= THIN ? new Point2D.Double(x, p0.getY()) : new Point2D.Double(p0.getX(), y),
                        width <= THIN ? new Point2D.Double(x, p2.getY()) : new Point2D.Double(p2.getX(), y));
            } else {
                add(p0, p1);
                add(p1, p2);
                add(p2, p3);
                add(p3, p0);
            }
            current = p0;
        }

        private void add(Point2D from, Point2D to) {
            double x1 = from.getX() - box.getLowerLeftX();
            double x2 = to.getX() - box.getLowerLeftX();
            double y1 = box.getUpperRightY() - from.getY();
            double y2 = box.getUpperRightY() - to.getY();
            Rule rule = new Rule(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
            double length = Math.max(rule.x2 - rule.x1, rule.y2 - rule.y1);
            double slant = Math.min(rule.x2 - rule.x1, rule.y2 - rule.y1);
            if (!turned && length >= SHORT && slant < 1) {
                budget.cells(1);
                path.add(rule);
            }
        }

        private void keep() {
            rules.addAll(path);
            path.clear();
        }

        @Override
        public void drawImage(PDImage image) {
            AffineTransform at = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
            images.add(new Image(Math.hypot(at.getScaleX(), at.getShearY()), Math.hypot(at.getScaleY(), at.getShearX()),
                    box.getUpperRightY() - at.getTranslateY() - at.getScaleY()));
        }

        @Override
        public void clip(int windingRule) {
            // Lines outside it are as good
        }

        @Override
        public void moveTo(float x, float y) {
            start = new Point2D.Double(x, y);
            current = start;
        }

        @Override
        public void lineTo(float x, float y) {
            Point2D to = new Point2D.Double(x, y);
            add(current, to);
            current = to;
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            current = new Point2D.Double(x3, y3);
        }

        @Override
        public Point2D getCurrentPoint() {
            return current;
        }

        @Override
        public void closePath() {
            add(current, start);
            current = start;
        }

        @Override
        public void endPath() {
            path.clear();
        }

        @Override
        public void strokePath() {
            keep();
        }

        @Override
        public void fillPath(int windingRule) {
            keep();
        }

        @Override
        public void fillAndStrokePath(int windingRule) {
            keep();
        }

        @Override
        public void shadingFill(COSName shadingName) {
            // A background
        }
    }
}
