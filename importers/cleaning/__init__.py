"""What in an article's text is not article text: headers, datelines, bylines, credits, captions, promotions."""
