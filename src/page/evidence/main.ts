// The evidence page: whose record, what does it say about the trial, and why?

document.title = 'Evidence';
